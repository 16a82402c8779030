import { Injectable } from '@nestjs/common';
import { Buyer } from '#yui/directory';
import { nextOrderNumber, termsOfToday } from '#yui/orders';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { requirePriceable } from './price-dates.js';
import { checkStandingOrder, type StandingOrderContent } from './standing-order-content.js';
import { emitStandingEvent } from './standing-order.events.js';
import { StandingOrderMember } from './standing-order-member.entity.js';
import { StandingOrderPrice } from './standing-order-price.entity.js';
import { StandingOrderTerms } from './standing-order-terms.entity.js';
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

  /** @throws ACCESS.NOT_FOUND, INPUT.*, STANDING_ORDER.*, QUOTE.* (no order could be made at this price) */
  async execute(actor: PersonActor, input: ProposeStandingOrderInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('proposeStandingOrder', actor, input, async (tx) => {
      const deskId = actor.organisationId;
      const { members, facilityPriceSen, ...content } = await checkStandingOrder(tx, deskId, input);
      const { sites: named, ...checked } = content;
      const sites = named.map((site, index) => ({ position: index + 1, ...site }));
      // What the buyer is shown and agrees to holds until the end, whatever the terms are by then.
      const terms = await termsOfToday(tx, { ...checked, deskId });
      await requirePriceable(tx, checked, terms, sites, facilityPriceSen);
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
      await tx.manager.insert(StandingOrderTerms, { ...terms, standingOrderId: id });
      if (facilityPriceSen !== null) {
        await tx.manager.insert(StandingOrderPrice, { standingOrderId: id, deskId, facilityPriceSen });
      }
      await tx.manager.insert(
        StandingOrderSite,
        sites.map((site) => ({ standingOrderId: id, ...site })),
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
