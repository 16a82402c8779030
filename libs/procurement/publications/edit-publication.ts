import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { difference, type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { governmentErrors } from '../government.errors.js';
import { orderOfGovernment } from '../order-of-government.js';
import { Publication } from './publication.entity.js';
import { publicationTransitions, stateOfPublication } from './publication.transitions.js';

export interface EditPublicationInput {
  readonly idempotencyKey: string;
  readonly publicationId: string;
  readonly body: string;
  /** Set both when it has been published; then it is final. */
  readonly publishedOn?: LocalDate | null;
  readonly place?: string | null;
}

/** Changes the words of a draft, or writes down where and when it was published. */
@Injectable()
export class EditPublication {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, GOVERNMENT.PUBLISHED_ALREADY */
  async execute(
    actor: PersonActor,
    { idempotencyKey, ...input }: EditPublicationInput,
  ): Promise<{ publicationId: string }> {
    const { publicationId } = input;
    const publishedOn = input.publishedOn ?? null;
    const change = {
      body: requireText('body', input.body, 10_000),
      publishedOn,
      place: publishedOn === null ? null : requireText('place', input.place ?? '', 300),
    };
    return this.unitOfWork.once(actor, { operation: 'editPublication', idempotencyKey, input }, async (tx) => {
      const publication = await tx.lock(Publication, { id: publicationId });
      const { order } = await orderOfGovernment(tx.manager, actor, publication.workOrderId);
      const action = publishedOn === null ? 'edit' : 'publish';
      if (!publicationTransitions.can(stateOfPublication(publication), action)) {
        throw governmentErrors.PUBLISHED_ALREADY();
      }
      await tx.manager.update(Publication, { id: publicationId }, change);
      await tx.audit(
        'editPublication',
        { deskId: order.deskId, subjectType: 'Publication', subjectId: publicationId },
        difference({ ...publication }, change),
      );
      return { publicationId };
    });
  }
}
