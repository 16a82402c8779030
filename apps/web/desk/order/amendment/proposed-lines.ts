import { Fault } from '../../../data/fault.js';
import { readSen, readWholeNumber } from '../../../words/typed-numbers.js';
import type { Order } from '../order.js';

/** A line as it is to be, as it is typed. */
export interface ProposedLine {
  quantity: string;
  dueOn: string;
  price: string;
  specification: string;
}

/** What a line costs the buyer by the quote that holds, in sen; null: there is none. */
function priceOf({ quotes }: Order, lineId: string): number | null {
  const accepted = quotes.find(({ status }) => status === 'ACCEPTED');
  return accepted?.lines.find(({ workOrderLineId }) => workOrderLineId === lineId)?.unitPriceSen ?? null;
}

/** What the form begins with: everything as it is. */
export function proposedLineValues(order: Order): ProposedLine[] {
  return order.lines.map(({ id, quantity, dueOn, specification }) => {
    const sen = priceOf(order, id);
    return { quantity: String(quantity), dueOn, price: sen === null ? '' : String(sen / 100), specification };
  });
}

/** What differs, as the api takes it; what stays as it is is not said, and a line that was dropped stays so. */
export function proposedLines(order: Order, typed: readonly ProposedLine[]) {
  return order.lines.flatMap((line, index) => {
    const values = typed[index];
    if (values === undefined || line.quantity === 0) return [];
    const quantity = readWholeNumber(values.quantity);
    const unitPriceSen = readSen(values.price);
    const change = {
      ...(quantity === null || quantity === line.quantity ? {} : { quantity }),
      ...(values.dueOn === line.dueOn ? {} : { dueOn: values.dueOn }),
      ...(values.specification === line.specification ? {} : { specification: values.specification }),
      ...(unitPriceSen === null || unitPriceSen === priceOf(order, line.id) ? {} : { unitPriceSen }),
    };
    return Object.keys(change).length === 0 ? [] : [{ workOrderLineId: line.id, ...change }];
  });
}

/** What was sent, in the order in which it was sent: places in the form are others. */
interface Sent {
  readonly lines: readonly { readonly workOrderLineId: string }[];
  readonly cuts: readonly { readonly assignmentId: string }[];
}

/** A refusal of what was sent, its faults at the fields of the form; any other error as it is. */
export function faultInForm(error: unknown, order: Order, sent: Sent): unknown {
  if (!(error instanceof Fault)) return error;
  const { code, messageJa, messageEn, fields, requestId } = error;
  const inForm = fields.map((field) => ({ ...field, path: pathInForm(field.path, order, sent) }));
  return new Fault(code, messageJa, messageEn, inForm, requestId);
}

function pathInForm(path: string, order: Order, { lines, cuts }: Sent): string {
  if (path === 'reason') return 'proposeReason';
  const [list, index, field] = path.split('.');
  const line = lines[Number(index)];
  if (list === 'lines' && line !== undefined && field !== undefined) {
    const place = order.lines.findIndex(({ id }) => id === line.workOrderLineId);
    return `lines.${place}.${field === 'unitPriceSen' ? 'price' : field}`;
  }
  const cut = cuts[Number(index)];
  return list === 'cuts' && cut !== undefined ? `cut.${cut.assignmentId}` : path;
}
