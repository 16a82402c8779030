/** Desks, buyers and facilities: who they are, what they can do, and what they can still promise. */
export { Buyer, type BuyerKind } from './buyers/buyer.entity.js';
export { BuyerQueries } from './buyers/buyer.queries.js';
export { LinkBuyer, type LinkBuyerInput } from './buyers/link-buyer.js';
export { RegisterBuyer, type RegisterBuyerInput } from './buyers/register-buyer.js';
export { AddDepartment, RenameDepartment } from './buyers/set-department.js';
export { Department } from './buyers/department.entity.js';
export { DeskBuyer } from './buyers/desk-buyer.entity.js';
export { Capability, type CapabilitySource } from './capacity/capability.entity.js';
export { SetCapability, type SetCapabilityInput } from './capacity/set-capability.js';
export { CapacityDays, type CapacityDaysInput, type FacilityDays } from './capacity/capacity-days.js';
export { CapacityQueries } from './capacity/capacity.queries.js';
export { CalendarException } from './capacity/calendar-exception.entity.js';
export { CapacityPromise } from './capacity/capacity-promise.entity.js';
export {
  earliestStart,
  type FacilityLoad,
  type GrowingLoad,
  growingLoad,
  latePromises,
  loadFacilities,
  possibleUnits,
  type WorkRequest,
} from './capacity/facility-load.js';
export { freeSecondsByPeriod } from './capacity/free-seconds.js';
export {
  type HeldWork,
  holdCapacity,
  moveCapacity,
  releaseHeld,
  shrinkPromise,
  takeCapacity,
} from './capacity/promises.js';
export { takeTurn } from './capacity/turn.js';
export { SetCalendarException, type SetCalendarExceptionInput } from './capacity/set-calendar-exception.js';
export { SetCalendarExceptions, type SetCalendarExceptionsInput } from './capacity/set-calendar-exceptions.js';
export { SetWorkWeek, type SetWorkWeekInput } from './capacity/set-work-week.js';
export { readWorkdays } from './capacity/workdays.js';
export { WorkWeek } from './capacity/work-week.entity.js';
export { createDesk, type NewDesk } from './setup/create-desk.js';
export { CreateDesk } from './desks/create-desk.js';
export { Desk, type SplitPrices } from './desks/desk.entity.js';
export { DeskQueries } from './desks/desk.queries.js';
export { SetDeskSettings, type SetDeskSettingsInput } from './desks/set-desk-settings.js';
export { DirectoryModule } from './directory.module.js';
export { ChangeFacilityProfile, type ChangeFacilityProfileInput } from './profiles/change-facility-profile.js';
export { eligibleFacilities } from './eligibility/eligible-facilities.js';
export { EligibilityQueries } from './eligibility/eligibility.queries.js';
export { EndEligibility, type EndEligibilityInput } from './eligibility/end-eligibility.js';
export { FacilityEligibility } from './eligibility/facility-eligibility.entity.js';
export { checkHeavyEmployer, type HeavyEmployerCheck } from './eligibility/heavy-employer.js';
export { RecordEligibility, type RecordEligibilityInput } from './eligibility/record-eligibility.js';
export { RecordHeadCount, type RecordHeadCountInput } from './eligibility/record-head-count.js';
export { SetFacilityEntry } from './profiles/set-facility-entry.js';
export { SetFacilityPeriod, type SetFacilityPeriodInput } from './facilities/set-facility-period.js';
export { findSameFacilities } from './import/same-facilities.js';
export type { KnownFacility } from './import/known-facilities.js';
export { type ComparableRow, type Match } from './import/match-facilities.js';
export { SetMunicipality, type SetMunicipalityInput } from './facilities/set-municipality.js';
export { splitWeight } from './capacity/split-weight.js';
export { Facility } from './facilities/facility.entity.js';
export { type FacilityFilter, FacilityQueries } from './facilities/facility.queries.js';
export { Membership } from './facilities/membership.entity.js';
export { memberFacilityIds, requireMembers, requireStillMembers } from './facilities/membership.policy.js';
export { RegistryWage } from './facilities/registry-wage.entity.js';
export { ServiceMention } from './facilities/service-mention.entity.js';
export {
  type FacilityOutcome,
  type FieldChange,
  type ImportProblem,
  type ImportReport,
  outcomesBetween,
  type StoredFacility,
} from './import/import-report.js';
export type { ColumnReading, KindAnswer, PassedOver, Sheet, SheetsReading } from './registry/index.js';
export { readSheetsApart } from './import/read-file-apart.js';
export { ImportRegistry, type ImportRegistryInput } from './import/import-registry.js';
export { importRegistryFile } from './setup/import-registry-file.js';
export { renderImportReport } from './import/render-import-report.js';
export { EndMembership, type EndMembershipInput, onMembershipEnding } from './memberships/end-membership.js';
export { joinDesk } from './memberships/join-desk.js';
export { MEMBERSHIP_EVENTS } from './memberships/membership.events.js';
export type { MembershipAction } from './memberships/membership-actions.js';
export { type MembershipFilter, MembershipQueries } from './memberships/membership.queries.js';
export { RegisterFacility, type RegisterFacilityInput } from './memberships/register-facility.js';
export { RegisterMembership, type RegisterMembershipInput } from './memberships/register-membership.js';
export { CreatePrefecture } from './prefectures/create-prefecture.js';
export { createPrefectureIn } from './setup/create-prefecture-in.js';
export { PrefectureDesk } from './prefectures/prefecture-desk.entity.js';
export { Prefecture } from './prefectures/prefecture.entity.js';
export { PrefectureQueries, type PrefectureView, requireOverseen } from './prefectures/prefecture.queries.js';
export { SetOverseenDesks } from './prefectures/set-overseen-desks.js';
export {
  ACCOUNT_TYPES,
  type AccountType,
  BUSINESS_KINDS,
  type BusinessKind,
  BusinessProfile,
} from './profiles/business-profile.entity.js';
export {
  BusinessProfileQueries,
  WANTED_STATEMENTS,
  type WantedStatement,
} from './profiles/business-profile.queries.js';
export { type BankAccountInput } from './profiles/bank-account.js';
export { phoneNumberIn } from './profiles/phone-number.js';
export {
  ACCOUNT_OF_FACILITY_EVENTS,
  ACCOUNT_TRUSTS,
  type AccountTrust,
  accountTrustOf,
} from './profiles/account-trust.js';
export { ConfirmFacilityAccount } from './profiles/confirm-facility-account.js';
export { DisputeBankAccount } from './profiles/dispute-bank-account.js';
export { SetBusinessProfile, type SetBusinessProfileInput } from './profiles/set-business-profile.js';
export { SetFacilityBankAccount, type SetFacilityBankAccountInput } from './profiles/set-facility-bank-account.js';
export { BankQueries, openBranch } from './banks/bank.queries.js';
export { importBanks } from './setup/import-banks.js';
export { IssueRegistrationCode, type RegistrationCode } from './registration/issue-registration-code.js';
export { loadReferenceData } from './setup/reference-data.js';
export type { SampleSignIn } from './sample/sample-people.js';
export { loadSample } from './setup/load-sample.js';
export { SampleSignIns } from './sample/sample-sign-ins.js';
export { AddFeeRule, type AddFeeRuleInput } from './terms/add-fee-rule.js';
export {
  type Billing,
  BILLINGS,
  DUE_DAY_RULES,
  type DueDayRule,
  BuyerTerms,
  type Pricing,
  PRICINGS,
} from './terms/buyer-terms.entity.js';
export { DeskTerms } from './terms/desk-terms.entity.js';
export { EndFeeRule, type EndFeeRuleInput } from './terms/end-fee-rule.js';
export { type FeeInForce, feeInForce } from './terms/fee-in-force.js';
export { FEE_BASES, FEE_PAYERS, type FeeBasis, type FeePayer } from './terms/fee-rule.entity.js';
export { NUMBER_HOLDERS, type NumberHolder } from './terms/invoice-issuer.entity.js';
export {
  closingDateOf,
  facilityPaymentOn,
  governmentPaymentOn,
  latestPaymentOn,
  paymentDateOf,
} from './terms/payment-day.js';
export { SetBuyerTerms, type SetBuyerTermsInput } from './terms/set-buyer-terms.js';
export { SetDeskTerms, type SetDeskTermsInput } from './terms/set-desk-terms.js';
export { SetInvoiceIssuer, type SetInvoiceIssuerInput } from './terms/set-invoice-issuer.js';
export { TermsQueries } from './terms/terms.queries.js';
export { buyerTermsOf, deskTermsOf, invoiceIssuerOf } from './terms/usual-terms.js';
export { FacilityType } from './reference/facility-type.entity.js';
export { ProcurementCategory } from './reference/procurement-category.entity.js';
export { WorkType } from './reference/work-type.entity.js';
export { WorkTypeQueries } from './reference/work-type.queries.js';
export { DIRECTORY_FEATURES } from './directory.features.js';
