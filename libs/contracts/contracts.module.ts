import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContractHandler } from './contract.handler.js';
import { Contract } from './contract.entity.js';
import { ContractQueries } from './contract.queries.js';
import { LapseReferrals } from './lapse-referrals.js';
import { RemindReferrals } from './remind-referrals.js';
import { ReportReferralOutcome } from './report-referral-outcome.js';

const useCases = [ReportReferralOutcome, RemindReferrals, LapseReferrals, ContractQueries];

@Module({
  imports: [TypeOrmModule.forFeature([Contract])],
  providers: [...useCases, ContractHandler],
  exports: useCases,
})
export class ContractsModule {}
