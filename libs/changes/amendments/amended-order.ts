import { addDays, daysBetween, type LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import { Step, WorkOrderLine } from '#yui/orders';
import { AmendmentLine } from './amendment-line.entity.js';
import type { Amendment } from './amendment.entity.js';

export interface StepDateInput {
  readonly stepId: string;
  readonly dueOn: LocalDate;
}

/** An order as it is, and as it would be. Nothing of it is written. */
export interface AmendedOrder {
  readonly changes: readonly AmendmentLine[];
  readonly linesBefore: readonly WorkOrderLine[];
  readonly linesAfter: readonly WorkOrderLine[];
  /** To the buyer in sen for a unit, where they become others, by lines. */
  readonly prices: ReadonlyMap<string, number>;
  /** The steps of the lines that change, in their order, with the dates before and after. */
  readonly steps: readonly { readonly before: Step; readonly after: Step; readonly line: WorkOrderLine }[];
}

/** @param stepDates other dates for steps before the last; the last is always due when its line is */
export async function amendedOrder(
  tx: Transaction,
  amendment: Amendment,
  stepDates: readonly StepDateInput[],
): Promise<AmendedOrder> {
  const { workOrderId } = amendment;
  const changes = await tx.manager.find(AmendmentLine, {
    where: { amendmentId: amendment.id },
    order: { workOrderLineId: 'ASC' },
  });
  const linesBefore = await tx.manager.find(WorkOrderLine, { where: { workOrderId }, order: { position: 'ASC' } });
  const changeOf = new Map(changes.map((change) => [change.workOrderLineId, change]));
  const linesAfter = linesBefore.map((line) => {
    const change = changeOf.get(line.id);
    return {
      ...line,
      quantity: change?.quantity ?? line.quantity,
      dueOn: change?.dueOn ?? line.dueOn,
      specification: change?.specification ?? line.specification,
    };
  });
  const dateOf = new Map(stepDates.map((step) => [step.stepId, step.dueOn]));
  const all = await tx.manager.find(Step, {
    where: { workOrderId },
    order: { workOrderLineId: 'ASC', position: 'ASC' },
  });
  const steps = linesAfter
    .filter((line) => changeOf.has(line.id))
    .flatMap((line) => {
      const own = all.filter((step) => step.workOrderLineId === line.id);
      return own.map((before) => {
        const isLast = before === own.at(-1);
        const dueOn = isLast ? line.dueOn : (dateOf.get(before.id) ?? before.dueOn);
        // Work that has days of its own moves as a whole.
        const startOn = before.startOn && addDays(before.startOn, daysBetween(before.dueOn, dueOn));
        return { before, after: { ...before, startOn, dueOn }, line };
      });
    });
  return { changes, linesBefore, linesAfter, prices: pricesOf(changes), steps };
}

/** In sen for a unit, by lines; only of those whose price becomes another one. */
export function pricesOf(
  changes: readonly Pick<AmendmentLine, 'workOrderLineId' | 'unitPriceSen'>[],
): ReadonlyMap<string, number> {
  return new Map(
    changes.flatMap(({ workOrderLineId, unitPriceSen }): [string, number][] =>
      unitPriceSen === null ? [] : [[workOrderLineId, unitPriceSen]],
    ),
  );
}
