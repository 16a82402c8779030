import { Injectable } from '@nestjs/common';
import { type PersonActor, type Transaction, UnitOfWork, transition } from '#yui/platform';
import { shareChangeTransitions } from './share-change.transitions.js';
import { lockAssignmentOfDesk } from '#yui/fulfilment';
import { emitOrderEvent } from '#yui/orders';
import { ShareChange } from './share-change.entity.js';

export interface ShareChangeInput {
  readonly idempotencyKey: string;
  readonly shareChangeId: string;
}

/** The desk no longer asks: the share stays as it was agreed. */
@Injectable()
export class WithdrawShareChange {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (answered already) */
  async execute(actor: PersonActor, input: ShareChangeInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('withdrawShareChange', actor, input, async (tx) => {
      const found = await tx.get(ShareChange, { id: input.shareChangeId, deskId: actor.organisationId });
      const { assignment } = await lockAssignmentOfDesk(tx, actor, found.assignmentId);
      await withdrawWish(tx, await tx.get(ShareChange, { id: found.id }));
      return { assignmentId: assignment.id };
    });
  }
}

/** Tells the facility that it need not answer any more. Needs the lock of the order. @throws TRANSITION.NOT_ALLOWED */
export async function withdrawWish(tx: Transaction, wish: ShareChange): Promise<void> {
  await transition(tx, shareChangeTransitions, wish, 'withdraw');
  await emitOrderEvent(tx, wish.deskId, 'share-change.withdrawn', {
    workOrderId: wish.workOrderId,
    assignmentId: wish.assignmentId,
    shareChangeId: wish.id,
  });
}
