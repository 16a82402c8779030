import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { FulfilmentModule } from '#yui/fulfilment';
import { CORRESPONDENCE_FEATURES } from './correspondence.features.js';

/** What the sides of an order say and show to one another. */
@Module(moduleOf(CORRESPONDENCE_FEATURES, [FulfilmentModule]))
export class CorrespondenceModule {}
