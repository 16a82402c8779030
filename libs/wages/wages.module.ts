import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { WAGES_FEATURES } from './wages.features.js';

/** The wages facilities pay, and what is done to raise them. */
@Module(moduleOf(WAGES_FEATURES))
export class WagesModule {}
