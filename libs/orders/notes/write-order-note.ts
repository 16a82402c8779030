import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { lockOrderOfDesk } from '../work-orders/work-order.access.js';
import { OrderNote } from './order-note.entity.js';
import { orderNoteErrors } from './order-note.errors.js';

export const MAX_NOTES = 200;

export interface WriteOrderNoteInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly body: string;
}

/** The desk notes something for itself. */
@Injectable()
export class WriteOrderNote {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, ORDER_NOTE.TOO_MANY */
  async execute(actor: PersonActor, input: WriteOrderNoteInput): Promise<{ workOrderId: string }> {
    const body = requireText('body', input.body, 2000);
    return this.unitOfWork.command('writeOrderNote', actor, input, async (tx) => {
      const { id: workOrderId, deskId } = await lockOrderOfDesk(tx, actor, input.workOrderId);
      if ((await tx.manager.countBy(OrderNote, { workOrderId })) >= MAX_NOTES) {
        throw orderNoteErrors.TOO_MANY({ most: MAX_NOTES });
      }
      const id = tx.newId();
      const note = { id, deskId, workOrderId, body, writtenBy: actor.accountId, writtenAt: tx.now };
      await tx.manager.insert(OrderNote, note);
      await tx.audit(
        'workOrder.writeNote',
        { deskId, subjectType: 'WorkOrder', subjectId: workOrderId },
        { noteId: id },
      );
      return { workOrderId };
    });
  }
}
