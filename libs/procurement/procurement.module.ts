import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { PROCUREMENT_FEATURES } from './procurement.features.js';

/** Ordering with public money: by which item, with what publications, filed how. */
@Module(moduleOf(PROCUREMENT_FEATURES))
export class ProcurementModule {}
