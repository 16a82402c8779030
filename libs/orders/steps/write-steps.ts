import type { LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { Step } from './step.entity.js';

export type StepContent = Pick<Step, 'workTypeCode' | 'specification' | 'dueOn' | 'handOverTo' | 'handOverPlace'> &
  Partial<Pick<Step, 'startOn'>>;

/** Writes the steps of a line that has none, in the order in which they are done. @returns their ids */
export async function writeSteps(
  tx: Transaction,
  order: Pick<WorkOrder, 'id' | 'deskId' | 'buyerId'>,
  workOrderLineId: string,
  steps: readonly StepContent[],
): Promise<string[]> {
  const rows = steps.map((step, index) => ({ ...rowOf(tx, order, workOrderLineId), position: index + 1, ...step }));
  await tx.manager.insert(Step, rows);
  return rows.map(({ id }) => id);
}

/** Writes the one step of each of these lines, which have none, in one statement. */
export async function writeOnlySteps(
  tx: Transaction,
  order: Pick<WorkOrder, 'id' | 'deskId' | 'buyerId'>,
  lines: readonly (Pick<WorkOrderLine, 'id' | 'workTypeCode'> & { readonly dueOn: LocalDate })[],
): Promise<void> {
  await tx.manager.insert(
    Step,
    lines.map((line) => ({ ...rowOf(tx, order, line.id), position: 1, ...onlyStepOf(line) })),
  );
}

function rowOf(tx: Transaction, order: Pick<WorkOrder, 'id' | 'deskId' | 'buyerId'>, workOrderLineId: string) {
  const { deskId, buyerId, id: workOrderId } = order;
  return { id: tx.newId(), deskId, buyerId, workOrderId, workOrderLineId };
}

/** The one step of a line that nobody has divided. */
export function onlyStepOf(line: Pick<WorkOrderLine, 'workTypeCode'> & { readonly dueOn: LocalDate }): StepContent {
  return {
    workTypeCode: line.workTypeCode,
    specification: '',
    dueOn: line.dueOn,
    handOverTo: '',
    handOverPlace: '',
  };
}
