import { Module } from '@nestjs/common';
import { keepEntered, mayEnter, moduleOf } from '#yui/platform';
import { FulfilmentModule } from '#yui/fulfilment';
import { CORRESPONDENCE_FEATURES } from './correspondence.features.js';
import { checkEntered } from './entered-for/check-entered.js';
import { recordEntered } from './entered-for/record-entered.js';

mayEnter.fill(checkEntered);
keepEntered.fill(recordEntered);

/** What the sides of an order say and show to one another. */
@Module(moduleOf(CORRESPONDENCE_FEATURES, [FulfilmentModule]))
export class CorrespondenceModule {}
