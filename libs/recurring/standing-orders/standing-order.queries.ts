import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Pricing } from '#yui/directory';
import {
  accessErrors,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { StandingOrderMember } from './standing-order-member.entity.js';
import { StandingOrderSite } from './standing-order-site.entity.js';
import { StandingOrderTerms } from './standing-order-terms.entity.js';
import { StandingOrder } from './standing-order.entity.js';
import {
  type StandingOrderAction,
  type StandingOrderState,
  standingOrderTransitions,
} from './standing-order.transitions.js';

export interface StandingOrderFilter {
  readonly statuses?: readonly StandingOrderState[] | null;
}

/** What desks and buyers read. What a facility is to do of it, it reads as its own dates. */
@Injectable()
export class StandingOrderQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The newest first. */
  async page(actor: PersonActor, filter: StandingOrderFilter, page: PageRequest): Promise<PageOf<StandingOrder>> {
    const rows = (db: EntityManager) => {
      const query = visible(db, actor);
      if (filter.statuses) query.andWhere('standing_order.status = ANY(:statuses)', { statuses: filter.statuses });
      return query;
    };
    const order = { by: 'standing_order.proposedAt', kind: 'INSTANT', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, found) => found });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<StandingOrder> {
    const found = await this.unitOfWork.read(actor, async (db) =>
      visible(db, actor).andWhere('standing_order.id = :id', { id }).getOne(),
    );
    if (!found) throw accessErrors.NOT_FOUND();
    return found;
  }

  /** As it was agreed, whatever the terms of the buyer are today. */
  async pricingOf(actor: PersonActor, standingOrderId: string): Promise<Pricing> {
    return this.unitOfWork.read(actor, async (db) => {
      const { pricing } = await db.findOneByOrFail(StandingOrderTerms, { standingOrderId });
      return pricing;
    });
  }

  async sitesOf(actor: PersonActor, standingOrderId: string): Promise<StandingOrderSite[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(StandingOrderSite, { where: { standingOrderId }, order: { position: 'ASC' } }),
    );
  }

  /** The division is the desk's. */
  async membersOf(actor: PersonActor, standingOrderId: string): Promise<StandingOrderMember[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(StandingOrderMember, { where: { standingOrderId }, order: { position: 'ASC' } }),
    );
  }

  availableActions(actor: PersonActor, { status }: StandingOrder): StandingOrderAction[] {
    return standingOrderTransitions.availableActions(status, actor);
  }
}

function visible(db: EntityManager, actor: PersonActor) {
  const query = db.createQueryBuilder(StandingOrder, 'standing_order');
  const own = { organisationId: actor.organisationId };
  switch (organisationKindOf(actor.role)) {
    case 'DESK':
      return query.where('standing_order.deskId = :organisationId', own);
    case 'BUYER':
      return query.where('standing_order.buyerId = :organisationId', own);
    default:
      return query.where('FALSE');
  }
}
