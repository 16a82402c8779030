import { Injectable } from '@nestjs/common';
import { WorkOrder } from '#yui/orders';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { governmentErrors } from '../governments/government.errors.js';
import { orderOfGovernment } from '../governments/order-of-government.js';
import { transitionPublication } from './transition-publication.js';
import { Publication, type PublicationKind } from './publication.entity.js';
import { draftPublication } from './publication-text.js';
import { readPublicationFacts } from './read-publication-facts.js';

export interface DraftPublicationInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
  readonly kind: PublicationKind;
}

/** Writes a draft of one of the three texts from what is known now, over an earlier draft. */
@Injectable()
export class DraftPublication {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, GOVERNMENT.* */
  async execute(actor: PersonActor, input: DraftPublicationInput): Promise<{ publicationId: string }> {
    const { workOrderId, kind } = input;
    return this.unitOfWork.command('draftPublication', actor, input, async (tx) => {
      const { buyer } = await orderOfGovernment(tx.manager, actor, workOrderId);
      // One after the other: of two first drafts the second is written over the first.
      const order = await tx.lock(WorkOrder, { id: workOrderId });
      if (kind === 'AFTER_CONTRACT' && !order.orderedAt) throw governmentErrors.TOO_EARLY_FOR_RESULT();
      const body = draftPublication(kind, await readPublicationFacts(tx.manager, order, buyer));
      const before = await tx.manager.findOne(Publication, {
        where: { workOrderId, kind },
        lock: { mode: 'pessimistic_write' },
      });
      const words = { body, draftedAt: tx.now };
      if (before) {
        await transitionPublication(tx, before, 'redraft', words);
        return { publicationId: before.id };
      }
      const { deskId, buyerId } = order;
      const id = tx.newId();
      await tx.manager.insert(Publication, { id, workOrderId, deskId, buyerId, kind, ...words });
      await tx.audit('publication.draft', { deskId, subjectType: 'Publication', subjectId: id }, { workOrderId, kind });
      return { publicationId: id };
    });
  }
}
