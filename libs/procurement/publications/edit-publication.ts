import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { checkFields, type PersonActor, requireLine, requireText, UnitOfWork } from '#yui/platform';
import { orderOfGovernment } from '../governments/order-of-government.js';
import { transitionPublication } from './transition-publication.js';
import { Publication } from './publication.entity.js';

export interface EditPublicationInput {
  readonly idempotencyKey: string;
  readonly publicationId: string;
  readonly body: string;
  /** Set both when it has been published; then it is final. */
  readonly publishedOn?: LocalDate | null;
  readonly place?: string | null;
}

/** Changes the words of a draft, or records where and when it was published. */
@Injectable()
export class EditPublication {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, GOVERNMENT.PUBLISHED_ALREADY */
  async execute(actor: PersonActor, input: EditPublicationInput): Promise<{ publicationId: string }> {
    const { publicationId } = input;
    const publishedOn = input.publishedOn ?? null;
    const change = checkFields({
      body: () => requireText('body', input.body, 10_000),
      publishedOn: () => publishedOn,
      place: () => (publishedOn === null ? null : requireLine('place', input.place ?? '', 300)),
    });
    return this.unitOfWork.command('editPublication', actor, input, async (tx) => {
      const publication = await tx.lock(Publication, { id: publicationId });
      await orderOfGovernment(tx.manager, actor, publication.workOrderId);
      await transitionPublication(tx, publication, publishedOn === null ? 'edit' : 'publish', change);
      return { publicationId };
    });
  }
}
