import { Module } from '@nestjs/common';
import { ChangesModule } from '#yui/changes';
import { moduleOf } from '#yui/platform';
import { RECURRING_FEATURES } from './recurring.features.js';

/** Work that comes again, until each date of it is an order as any other. */
@Module(moduleOf(RECURRING_FEATURES, [ChangesModule]))
export class RecurringModule {}
