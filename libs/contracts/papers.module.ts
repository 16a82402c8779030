import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { PAPERS_FEATURES } from './contracts.features.js';

/** The papers of orders and invoices: issued as business goes on, printed by the worker, read by those they concern. */
@Module(moduleOf(PAPERS_FEATURES))
export class PapersModule {}
