import type { LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { Step } from './step.entity.js';

export type StepContent = Pick<Step, 'workTypeCode' | 'specification' | 'dueOn' | 'handOverTo' | 'handOverPlace'>;

/** Writes the steps of a line that has none, in the order in which they are done. */
export async function writeSteps(
  tx: Transaction,
  order: Pick<WorkOrder, 'id' | 'deskId' | 'buyerId'>,
  workOrderLineId: string,
  steps: readonly StepContent[],
): Promise<void> {
  await tx.manager.insert(
    Step,
    steps.map((step, index) => ({
      id: tx.newId(),
      deskId: order.deskId,
      buyerId: order.buyerId,
      workOrderId: order.id,
      workOrderLineId,
      position: index + 1,
      ...step,
    })),
  );
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
