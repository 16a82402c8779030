import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { accessErrors, groupBy, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { Buyer } from './buyer.entity.js';
import { Department } from './department.entity.js';
import { DeskBuyer } from './desk-buyer.entity.js';

@Injectable()
export class BuyerQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A buyer sees itself, a desk the buyers that order from it; nobody else sees any. */
  async list(actor: PersonActor): Promise<Buyer[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(Buyer, { where: { id: In(await visibleIds(db, actor)) }, order: { name: 'ASC', id: 'ASC' } }),
    );
  }

  /** @throws ACCESS.NOT_FOUND */
  async one(actor: PersonActor, id: string): Promise<Buyer> {
    const buyer = (await this.list(actor)).find((candidate) => candidate.id === id);
    if (!buyer) throw accessErrors.NOT_FOUND();
    return buyer;
  }

  /** The departments of these buyers, by buyer; a buyer that is not visible is not there. */
  async departmentsOf(actor: PersonActor, buyerIds: readonly string[]): Promise<Map<string, Department[]>> {
    const departments = await this.unitOfWork.read(actor, async (db) => {
      const visible = new Set(await visibleIds(db, actor));
      return db.find(Department, {
        where: { buyerId: In(buyerIds.filter((id) => visible.has(id))) },
        order: { name: 'ASC', id: 'ASC' },
      });
    });
    return groupBy(departments, (department) => department.buyerId);
  }
}

async function visibleIds(db: EntityManager, actor: PersonActor): Promise<string[]> {
  switch (organisationKindOf(actor.role)) {
    case 'BUYER':
      return [actor.organisationId];
    case 'DESK': {
      const dealings = await db.findBy(DeskBuyer, { deskId: actor.organisationId });
      return dealings.map((dealing) => dealing.buyerId);
    }
    default:
      return [];
  }
}
