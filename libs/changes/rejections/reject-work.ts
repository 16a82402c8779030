import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, type Transaction, UnitOfWork } from '#yui/platform';
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
      const rejection: WorkRejection = {
        id: tx.newId(),
        deskId: order.deskId,
        workOrderId: order.id,
        buyerId: order.buyerId,
        status: rejectionTransitions.initial,
        reason: requireText('reason', input.reason, 1000),
        rejectedAt: tx.now,
        answer: null,
        answeredAt: null,
      };
      const lines = await checkLines(tx, rejection, input.lines);
      await tx.manager.insert(WorkRejection, rejection);
      await tx.manager.insert(WorkRejectionLine, lines);
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

async function checkLines(
  tx: Transaction,
  { id: rejectionId, deskId, workOrderId }: WorkRejection,
  inputs: readonly RejectedLineInput[],
): Promise<WorkRejectionLine[]> {
  const distinct = new Set(inputs.map((line) => line.workOrderLineId));
  if (distinct.size === 0 || distinct.size !== inputs.length) throw rejectionErrors.LINES_MISSING();
  const lines: WorkRejectionLine[] = [];
  for (const { workOrderLineId, units, toRedo } of inputs) {
    const { quantity } = await tx.get(WorkOrderLine, { id: workOrderLineId, workOrderId });
    if (!Number.isSafeInteger(units) || units < 1 || units > quantity) {
      throw rejectionErrors.UNITS_OUT_OF_RANGE({ most: quantity });
    }
    lines.push({ rejectionId, workOrderLineId, deskId, units, toRedo: requireText('toRedo', toRedo, 1000) });
  }
  return lines;
}
