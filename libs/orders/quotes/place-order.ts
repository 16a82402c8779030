import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork, transition } from '#yui/platform';
import { quoteTransitions } from './quote.transitions.js';
import { emitOrderEvent } from '../work-orders/order.events.js';
import { transitionOrder } from '../work-orders/transition-order.js';
import { lockOrderOfBuyer } from '../work-orders/work-order.access.js';
import { beforeOrdering } from './before-ordering.js';
import { freezeTerms } from './freeze-terms.js';
import { quoteErrors } from '../work-orders/work-order.errors.js';
import { QuoteCandidate } from './quote-candidate.entity.js';
import { Quote } from './quote.entity.js';
import { requireOpen } from './require-open.js';

export interface PlaceOrderInput {
  readonly idempotencyKey: string;
  readonly quoteId: string;
  /** 斡旋型 only: which of the introduced facilities. */
  readonly chosenFacilityId?: string | null;
}

/** The buyer accepts the newest quote. From here on the order binds, and its contract type is frozen. */
@Injectable()
export class PlaceOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, QUOTE.EXPIRED, QUOTE.REPLACED, QUOTE.TAKEN_BACK, QUOTE.CHOICE_MISSING, GOVERNMENT.BASIS_MISSING, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: PlaceOrderInput): Promise<{ workOrderId: string }> {
    return this.unitOfWork.command('placeOrder', actor, input, async (tx) => {
      const { workOrderId } = await tx.get(Quote, { id: input.quoteId });
      const order = await lockOrderOfBuyer(tx, actor, workOrderId);
      // Read again: only under the lock of its order is the state of a quote certain.
      const quote = await tx.get(Quote, { id: input.quoteId });
      requireOpen(quote, tx.now);
      const chosenFacilityId = quote.contractType === 'REFERRAL' ? (input.chosenFacilityId ?? null) : null;
      if (quote.contractType === 'REFERRAL') {
        if (chosenFacilityId === null) throw quoteErrors.CHOICE_MISSING().at('chosenFacilityId');
        await tx.get(QuoteCandidate, { quoteId: quote.id, facilityId: chosenFacilityId });
      }
      await beforeOrdering.run(tx, order);
      await transitionOrder(tx, order, 'order', { contractType: quote.contractType, orderedAt: tx.now });
      await transition(tx, quoteTransitions, quote, 'order');
      await freezeTerms(tx, order, quote);
      await emitOrderEvent(tx, order.deskId, 'work-order.ordered', {
        workOrderId: order.id,
        quoteId: quote.id,
        chosenFacilityId,
      });
      return { workOrderId: order.id };
    });
  }
}
