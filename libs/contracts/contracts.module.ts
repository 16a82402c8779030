import { Module } from '@nestjs/common';
import { beforeSending, beforeSupplying, FulfilmentModule } from '#yui/fulfilment';
import { moduleOf } from '#yui/platform';
import { CONTRACTS_FEATURES } from './contracts.features.js';
import { refuseEarlyPayment, refuseIncomplete } from './subcontract/subcontract-guard.js';

beforeSending.fill(refuseIncomplete);
beforeSupplying.fill(refuseEarlyPayment);

/** What was agreed, and who owes what. */
@Module(moduleOf(CONTRACTS_FEATURES, [FulfilmentModule]))
export class ContractsModule {}
