import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { OrderNote } from './order-note.entity.js';

export interface RemoveOrderNoteInput {
  readonly idempotencyKey: string;
  readonly orderNoteId: string;
}

/** Anyone at the desk takes a note away, also one of somebody else: who did is in the audit. */
@Injectable()
export class RemoveOrderNote {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, input: RemoveOrderNoteInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('removeOrderNote', actor, input, async (tx) => {
      const deskId = actor.organisationId;
      const { id, workOrderId } = await tx.lock(OrderNote, { id: input.orderNoteId, deskId });
      await tx.manager.delete(OrderNote, { id });
      await tx.audit(
        'workOrder.removeNote',
        { deskId, subjectType: 'WorkOrder', subjectId: workOrderId },
        { noteId: id },
      );
      return { workOrderId };
    });
  }
}
