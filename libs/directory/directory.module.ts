import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BuyerQueries } from './buyers/buyer.queries.js';
import { LinkBuyer } from './buyers/link-buyer.js';
import { RegisterBuyer } from './buyers/register-buyer.js';
import { AddDepartment, RenameDepartment } from './buyers/set-department.js';
import { SetCapability } from './capacity/set-capability.js';
import { CapacityQueries } from './capacity/capacity.queries.js';
import { SetCalendarException } from './capacity/set-calendar-exception.js';
import { SetWorkWeek } from './capacity/set-work-week.js';
import { DeskQueries } from './desks/desk.queries.js';
import { SetDeskSettings } from './desks/set-desk-settings.js';
import { DIRECTORY_ENTITIES } from './setup/directory.entities.js';
import { EligibilityQueries } from './eligibility/eligibility.queries.js';
import { EndEligibility } from './eligibility/end-eligibility.js';
import { RecordEligibility } from './eligibility/record-eligibility.js';
import { RecordHeadCount } from './eligibility/record-head-count.js';
import { ChangeFacilityProfile } from './profiles/change-facility-profile.js';
import { FacilityQueries } from './facilities/facility.queries.js';
import { SetMunicipality } from './facilities/set-municipality.js';
import { EndMembership } from './memberships/end-membership.js';
import { MembershipQueries } from './memberships/membership.queries.js';
import { RegisterFacility } from './memberships/register-facility.js';
import { RegisterMembership } from './memberships/register-membership.js';
import { CreatePrefecture } from './prefectures/create-prefecture.js';
import { PrefectureQueries } from './prefectures/prefecture.queries.js';
import { SetOverseenDesks } from './prefectures/set-overseen-desks.js';
import { BusinessProfileQueries } from './profiles/business-profile.queries.js';
import { SetBusinessProfile } from './profiles/set-business-profile.js';
import { IssueRegistrationCode } from './registration/issue-registration-code.js';
import { ImportRegistry } from './import/import-registry.js';
import { AddFeeRule } from './terms/add-fee-rule.js';
import { EndFeeRule } from './terms/end-fee-rule.js';
import { SetBuyerTerms } from './terms/set-buyer-terms.js';
import { SetDeskTerms } from './terms/set-desk-terms.js';
import { SampleSignIns } from './sample/sample-sign-ins.js';
import { SetInvoiceIssuer } from './terms/set-invoice-issuer.js';
import { TermsQueries } from './terms/terms.queries.js';
import { WorkTypeQueries } from './reference/work-type.queries.js';

const useCases = [
  AddDepartment,
  ChangeFacilityProfile,
  CreatePrefecture,
  EndMembership,
  IssueRegistrationCode,
  LinkBuyer,
  RegisterBuyer,
  RegisterFacility,
  RegisterMembership,
  RenameDepartment,
  SetOverseenDesks,
  ImportRegistry,
  SetCalendarException,
  SetCapability,
  SetDeskSettings,
  SetMunicipality,
  SetWorkWeek,
  EndEligibility,
  RecordEligibility,
  RecordHeadCount,
  AddFeeRule,
  EndFeeRule,
  SetBuyerTerms,
  SetDeskTerms,
  SetInvoiceIssuer,
  SetBusinessProfile,
];
const queries = [
  CapacityQueries,
  BuyerQueries,
  DeskQueries,
  FacilityQueries,
  WorkTypeQueries,
  EligibilityQueries,
  TermsQueries,
  MembershipQueries,
  PrefectureQueries,
  BusinessProfileQueries,
  SampleSignIns,
];

/** Desks, buyers, facilities, what facilities can do and how much of it they can still promise. */
@Module({
  imports: [TypeOrmModule.forFeature(DIRECTORY_ENTITIES)],
  providers: [...useCases, ...queries],
  exports: [...useCases, ...queries],
})
export class DirectoryModule {}
