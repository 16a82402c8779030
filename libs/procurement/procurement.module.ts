import { Module } from '@nestjs/common';
import { beforeOrdering } from '#yui/orders';
import { moduleOf } from '#yui/platform';
import { refuseWithoutBasis } from './basis/refuse-without-basis.js';
import { PROCUREMENT_FEATURES } from './procurement.features.js';

beforeOrdering.fill(refuseWithoutBasis);

/** Ordering with public money: by which item, with what publications, filed how. */
@Module(moduleOf(PROCUREMENT_FEATURES))
export class ProcurementModule {}
