import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { ORDERS_FEATURES } from './orders.features.js';

/** The order itself, from the draft to the order the buyer places. */
@Module(moduleOf(ORDERS_FEATURES))
export class OrdersModule {}
