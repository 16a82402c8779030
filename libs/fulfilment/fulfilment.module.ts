import { Module } from '@nestjs/common';
import { onMembershipEnding } from '#yui/directory';
import { moduleOf } from '#yui/platform';
import { SourcingModule } from '#yui/sourcing';
import { FULFILMENT_FEATURES } from './fulfilment.features.js';
import { endOffers } from './offers/end-offers.js';

onMembershipEnding.fill(endOffers);

/** What is done about the shares of an order, from the plan to the acceptance of the work. */
@Module(moduleOf(FULFILMENT_FEATURES, [SourcingModule]))
export class FulfilmentModule {}
