import { Injectable } from '@nestjs/common';
import { WorkOrder } from '#yui/orders';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { governmentErrors } from '../government.errors.js';
import { orderOfGovernment } from '../order-of-government.js';
import { Publication, type PublicationKind } from './publication.entity.js';
import { publicationTransitions, stateOfPublication } from './publication.transitions.js';
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
  async execute(
    actor: PersonActor,
    { idempotencyKey, ...input }: DraftPublicationInput,
  ): Promise<{ publicationId: string }> {
    const { workOrderId, kind } = input;
    return this.unitOfWork.once(actor, { operation: 'draftPublication', idempotencyKey, input }, async (tx) => {
      const { buyer } = await orderOfGovernment(tx.manager, actor, workOrderId);
      // One after the other: of two first drafts the second is written over the first.
      const order = await tx.lock(WorkOrder, { id: workOrderId });
      if (kind === 'AFTER_CONTRACT' && !order.orderedAt) throw governmentErrors.TOO_EARLY_FOR_RESULT();
      const body = draftPublication(kind, await readPublicationFacts(tx.manager, order, buyer));
      const before = await tx.manager.findOne(Publication, {
        where: { workOrderId, kind },
        lock: { mode: 'pessimistic_write' },
      });
      if (before && !publicationTransitions.can(stateOfPublication(before), 'redraft')) {
        throw governmentErrors.PUBLISHED_ALREADY();
      }
      const id = before?.id ?? tx.newId();
      await tx.manager.upsert(
        Publication,
        { id, workOrderId, deskId: order.deskId, buyerId: order.buyerId, kind, body, draftedAt: tx.now },
        ['workOrderId', 'kind'],
      );
      await tx.audit(
        'draftPublication',
        { deskId: order.deskId, subjectType: 'Publication', subjectId: id },
        { workOrderId, kind },
      );
      return { publicationId: id };
    });
  }
}
