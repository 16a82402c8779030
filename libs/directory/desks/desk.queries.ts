import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In, IsNull } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { DeskBuyer } from '../buyers/desk-buyer.entity.js';
import { Membership } from '../facilities/membership.entity.js';
import { Desk } from './desk.entity.js';

@Injectable()
export class DeskQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The desks the actor has to do with: a desk itself, for a buyer those it orders from, for a facility those it is
   * registered with now, for the platform all.
   */
  async list(actor: PersonActor): Promise<Desk[]> {
    return this.unitOfWork.read(actor, async (db) => {
      const where = await visibleTo(db, actor);
      return where === null ? [] : db.find(Desk, { where, order: { code: 'ASC' } });
    });
  }

  /** @throws ACCESS.NOT_FOUND */
  async one(actor: PersonActor, id: string): Promise<Desk> {
    const desk = (await this.list(actor)).find((candidate) => candidate.id === id);
    if (!desk) throw accessErrors.NOT_FOUND();
    return desk;
  }
}

async function visibleTo(db: EntityManager, actor: PersonActor): Promise<FindOptionsWhere<Desk> | null> {
  const { organisationId } = actor;
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return { id: organisationId };
    case 'BUYER': {
      const dealings = await db.findBy(DeskBuyer, { buyerId: organisationId });
      return { id: In(dealings.map((dealing) => dealing.deskId)) };
    }
    case 'FACILITY': {
      const memberships = await db.findBy(Membership, { facilityId: organisationId, leftOn: IsNull() });
      return { id: In(memberships.map((membership) => membership.deskId)) };
    }
    case 'PLATFORM':
      return {};
    case 'PREFECTURE':
      return null;
  }
}
