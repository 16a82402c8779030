import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { onLeftCalling, OrdersModule } from '#yui/orders';
import { cancelCallsOf } from './calls/cancel-call.js';
import { SOURCING_FEATURES } from './sourcing.features.js';

onLeftCalling.fill(cancelCallsOf);

/** Where the desk finds who can do the work, and for how much. */
@Module(moduleOf(SOURCING_FEATURES, [OrdersModule]))
export class SourcingModule {}
