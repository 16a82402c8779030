import { Injectable } from '@nestjs/common';
import { moveCapacity } from '#yui/directory';
import { optionalText, type PersonActor, type Transaction, UnitOfWork, transition } from '#yui/platform';
import { shareChangeTransitions } from './share-change.transitions.js';
import {
  advanceOrder,
  Assignment,
  assignmentTransitions,
  cutShare,
  deliveredUnits,
  lockAssignmentOfFacility,
} from '#yui/fulfilment';
import { emitOrderEvent } from '#yui/orders';
import { isChangeable } from './changeable.js';
import { ShareChange } from './share-change.entity.js';
import { shareChangeErrors } from './share-change.errors.js';

export interface AnswerShareChangeInput {
  readonly idempotencyKey: string;
  readonly shareChangeId: string;
  readonly isAgreed: boolean;
  /** Needed for a no. */
  readonly reason?: string | null;
}

/**
 * A facility agrees to do less or to do it sooner, or it does not. A no to fewer units leaves its share as it is; a no
 * to an earlier date hands back what it has not begun.
 */
@Injectable()
export class AnswerShareChange {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, CAPACITY.EXCEEDED, SHARE_CHANGE.REASON_MISSING */
  async execute(actor: PersonActor, input: AnswerShareChangeInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('answerShareChange', actor, input, async (tx) => {
      const found = await tx.get(ShareChange, { id: input.shareChangeId, facilityId: actor.organisationId });
      const { order, assignment } = await lockAssignmentOfFacility(tx, actor, found.assignmentId);
      const wish = await tx.get(ShareChange, { id: found.id });
      const answerReason = optionalText('reason', input.reason, 500) || null;
      if (!input.isAgreed && answerReason === null) throw shareChangeErrors.REASON_MISSING().at('reason');
      // Of a share that has ended nothing can be agreed any more.
      assignmentTransitions.next(assignment.status, 'cut');
      await transition(tx, shareChangeTransitions, wish, input.isAgreed ? 'agree' : 'refuse', {
        answeredAt: tx.now,
        answerReason,
      });
      if (wish.status === 'AGREED') await agree(tx, assignment, wish);
      if (wish.status === 'REFUSED' && wish.dueOn !== null) await handBack(tx, assignment);
      await emitOrderEvent(tx, order.deskId, 'share-change.answered', {
        workOrderId: order.id,
        assignmentId: assignment.id,
        shareChangeId: wish.id,
      });
      await advanceOrder(tx, order);
      return { assignmentId: assignment.id };
    });
  }
}

async function agree(tx: Transaction, assignment: Assignment, wish: ShareChange): Promise<void> {
  if (wish.units !== null) {
    const doneUnits = Math.min(assignment.doneUnits, wish.units);
    await cutShare(tx, assignment, wish.units, { action: 'cut', doneUnits });
  }
  if (wish.dueOn !== null && isChangeable(assignment)) {
    await moveCapacity(tx, assignment.facilityId, assignment.id, wish.dueOn);
    await tx.manager.update(Assignment, { id: assignment.id }, { dueOn: wish.dueOn });
  }
}

/** What is done stays with the facility and keeps its date; the rest is open again. */
async function handBack(tx: Transaction, assignment: Assignment): Promise<void> {
  const before = await deliveredUnits(tx, assignment.id);
  const begun = Math.max(assignment.doneUnits, before.delivered - before.returned);
  if (begun < (assignment.acceptedUnits ?? 0)) {
    await cutShare(tx, assignment, begun, { action: 'cut', doneUnits: assignment.doneUnits });
  }
}
