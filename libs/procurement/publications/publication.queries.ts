import { Injectable } from '@nestjs/common';
import { accessErrors, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { orderOfGovernment } from '../governments/order-of-government.js';
import { Publication } from './publication.entity.js';
import { type PublicationAction, publicationTransitions, stateOfPublication } from './publication.transitions.js';

/** For the government and the desk of the order alone, until the government publishes them itself. */
@Injectable()
export class PublicationQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** In the order of time. @throws ACCESS.NOT_FOUND, GOVERNMENT.NOT_A_GOVERNMENT */
  async ofOrder(actor: PersonActor, workOrderId: string): Promise<Publication[]> {
    return this.unitOfWork.read(actor, async (db) => {
      await orderOfGovernment(db, actor, workOrderId);
      return db.find(Publication, { where: { workOrderId }, order: { draftedAt: 'ASC', id: 'ASC' } });
    });
  }

  /** @throws ACCESS.NOT_FOUND */
  async one(actor: PersonActor, id: string): Promise<Publication> {
    const isBuyer = organisationKindOf(actor.role) === 'BUYER';
    return this.unitOfWork.read(actor, async (db) => {
      const own = isBuyer ? { buyerId: actor.organisationId } : { deskId: actor.organisationId };
      const publication = await db.findOneBy(Publication, { id, ...own });
      if (!publication) throw accessErrors.NOT_FOUND();
      return publication;
    });
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, publication: Publication): PublicationAction[] {
    return publicationTransitions.availableActions(stateOfPublication(publication), actor);
  }
}
