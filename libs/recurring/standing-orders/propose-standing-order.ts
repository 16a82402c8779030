import { Injectable } from '@nestjs/common';
import { Buyer } from '#yui/directory';
import { nextOrderNumber } from '#yui/orders';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { checkStandingOrder, type StandingOrderContent } from './standing-order-content.js';
import { emitStandingEvent } from './standing-order.events.js';
import { StandingOrderMember } from './standing-order-member.entity.js';
import { StandingOrderPrice } from './standing-order-price.entity.js';
import { StandingOrderSite } from './standing-order-site.entity.js';
import { StandingOrder } from './standing-order.entity.js';
import { standingOrderTransitions } from './standing-order.transitions.js';

export interface ProposeStandingOrderInput extends StandingOrderContent {
  readonly idempotencyKey: string;
}

/** The desk proposes work that comes again, for a period, at a price. The buyer agrees once. */
@Injectable()
export class ProposeStandingOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, STANDING_ORDER.* */
  async execute(actor: PersonActor, input: ProposeStandingOrderInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('proposeStandingOrder', actor, input, async (tx) => {
      const deskId = actor.organisationId;
      const { sites, members, facilityPriceSen, ...checked } = await checkStandingOrder(tx, deskId, input);
      const buyer = await tx.get(Buyer, { id: checked.buyerId });
      const id = tx.newId();
      const number = await nextOrderNumber(tx, deskId);
      await tx.manager.insert(StandingOrder, {
        id,
        deskId,
        number,
        ...checked,
        isPublicMoney: input.isPublicMoney ?? buyer.kind === 'GOVERNMENT',
        status: standingOrderTransitions.initial,
        createdBy: actor.accountId,
        proposedAt: tx.now,
      });
      if (facilityPriceSen !== null) {
        await tx.manager.insert(StandingOrderPrice, { standingOrderId: id, deskId, facilityPriceSen });
      }
      await tx.manager.insert(
        StandingOrderSite,
        sites.map((site, index) => ({ standingOrderId: id, position: index + 1, ...site })),
      );
      await tx.manager.insert(
        StandingOrderMember,
        members.map((member, index) => ({ standingOrderId: id, deskId, position: index + 1, ...member })),
      );
      await tx.audit('standingOrder.propose', { deskId, subjectType: 'StandingOrder', subjectId: id }, { number });
      await emitStandingEvent(tx, deskId, 'standing-order.proposed', { standingOrderId: id });
      return { standingOrderId: id };
    });
  }
}
