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

/** What differs, as the api takes it; what stays as it is is not said. */
export function proposedLines(order: Order, typed: readonly ProposedLine[]) {
  return order.lines.flatMap((line, index) => {
    const values = typed[index];
    if (values === undefined) return [];
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
