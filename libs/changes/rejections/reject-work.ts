import { Injectable } from '@nestjs/common';
import {
  checkEach,
  checkFields,
  type PersonActor,
  requireInteger,
  requireText,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { emitOrderEvent, lockOrderOfBuyer, transitionOrder, WorkOrderLine } from '#yui/orders';
import { rejectionErrors } from './rejection.errors.js';
import { rejectionTransitions } from './rejection.transitions.js';
import { WorkRejectionLine } from './work-rejection-line.entity.js';
import { WorkRejection } from './work-rejection.entity.js';

export interface RejectedLineInput {
  readonly workOrderLineId: string;
  readonly units: number;
  /** What must be done again. */
  readonly toRedo: string;
}

export interface RejectWorkInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly reason: string;
  readonly lines: readonly RejectedLineInput[];
}

/** The buyer does not accept delivered work, and says what must be done again. The order goes back to its making. */
@Injectable()
export class RejectWork {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, REJECTION.LINES_MISSING, .UNITS_OUT_OF_RANGE, INPUT.* */
  async execute(actor: PersonActor, input: RejectWorkInput): Promise<{ workOrderId: string; rejectionId: string }> {
    return this.unitOfWork.command('rejectWork', actor, input, async (tx) => {
      const order = await lockOrderOfBuyer(tx, actor, input.workOrderId);
      await transitionOrder(tx, order, 'rejectWork', { deliveredAt: null });
      const quantityOf = await quantitiesOf(tx, order.id, input.lines);
      const { reason, lines } = checkFields({
        reason: () => requireText('reason', input.reason, 1000),
        lines: () => checkLines(input.lines, quantityOf),
      });
      const rejection: WorkRejection = {
        id: tx.newId(),
        deskId: order.deskId,
        workOrderId: order.id,
        buyerId: order.buyerId,
        status: rejectionTransitions.initial,
        reason,
        rejectedAt: tx.now,
        answer: null,
        answeredAt: null,
      };
      await tx.manager.insert(WorkRejection, rejection);
      await tx.manager.insert(
        WorkRejectionLine,
        lines.map((line) => ({ ...line, rejectionId: rejection.id, deskId: order.deskId })),
      );
      await tx.audit(
        'workRejection.open',
        { deskId: order.deskId, subjectType: 'WorkRejection', subjectId: rejection.id },
        { workOrderId: order.id, lines: lines.map(({ workOrderLineId, units }) => ({ workOrderLineId, units })) },
      );
      await emitOrderEvent(tx, order.deskId, 'work-order.work-rejected', {
        workOrderId: order.id,
        rejectionId: rejection.id,
      });
      return { workOrderId: order.id, rejectionId: rejection.id };
    });
  }
}

/** Of each line that is named. @throws ACCESS.NOT_FOUND for a line of another order */
async function quantitiesOf(
  tx: Transaction,
  workOrderId: string,
  inputs: readonly RejectedLineInput[],
): Promise<ReadonlyMap<string, number>> {
  const quantityOf = new Map<string, number>();
  for (const { workOrderLineId } of inputs) {
    const { quantity } = await tx.get(WorkOrderLine, { id: workOrderLineId, workOrderId });
    quantityOf.set(workOrderLineId, quantity);
  }
  return quantityOf;
}

function checkLines(
  inputs: readonly RejectedLineInput[],
  quantityOf: ReadonlyMap<string, number>,
): Pick<WorkRejectionLine, 'workOrderLineId' | 'units' | 'toRedo'>[] {
  if (quantityOf.size === 0 || quantityOf.size !== inputs.length) throw rejectionErrors.LINES_MISSING().at('lines');
  return checkEach('lines', inputs, ({ workOrderLineId, units, toRedo }) => {
    const most = quantityOf.get(workOrderLineId) ?? 0;
    return {
      workOrderLineId,
      ...checkFields({
        units: () => requireInteger('units', units, 1, most, rejectionErrors.UNITS_OUT_OF_RANGE({ most })),
        toRedo: () => requireText('toRedo', toRedo, 1000),
      }),
    };
  });
}
