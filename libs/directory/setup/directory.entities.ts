import { Buyer } from '../buyers/buyer.entity.js';
import { Department } from '../buyers/department.entity.js';
import { DeskBuyer } from '../buyers/desk-buyer.entity.js';
import { Capability } from '../capacity/capability.entity.js';
import { CalendarException } from '../capacity/calendar-exception.entity.js';
import { CapacityPromise } from '../capacity/capacity-promise.entity.js';
import { WorkWeek } from '../capacity/work-week.entity.js';
import { Desk } from '../desks/desk.entity.js';
import { FacilityEligibility } from '../eligibility/facility-eligibility.entity.js';
import { HeadCount } from '../eligibility/head-count.entity.js';
import { FacilityType } from '../reference/facility-type.entity.js';
import { Facility } from '../facilities/facility.entity.js';
import { Membership } from '../facilities/membership.entity.js';
import { RegistryWage } from '../facilities/registry-wage.entity.js';
import { ServiceMention } from '../facilities/service-mention.entity.js';
import { Prefecture } from '../prefectures/prefecture.entity.js';
import { PrefectureDesk } from '../prefectures/prefecture-desk.entity.js';
import { BuyerTerms } from '../terms/buyer-terms.entity.js';
import { DeskTerms } from '../terms/desk-terms.entity.js';
import { FeeRule } from '../terms/fee-rule.entity.js';
import { InvoiceIssuer } from '../terms/invoice-issuer.entity.js';
import { BusinessProfile } from '../profiles/business-profile.entity.js';
import { ProcurementCategory } from '../reference/procurement-category.entity.js';
import { WorkType } from '../reference/work-type.entity.js';

export const DIRECTORY_ENTITIES = [
  BusinessProfile,
  Buyer,
  BuyerTerms,
  CalendarException,
  Capability,
  CapacityPromise,
  Department,
  Desk,
  DeskBuyer,
  DeskTerms,
  Facility,
  FacilityEligibility,
  FacilityType,
  FeeRule,
  HeadCount,
  InvoiceIssuer,
  Membership,
  Prefecture,
  PrefectureDesk,
  ProcurementCategory,
  RegistryWage,
  ServiceMention,
  WorkType,
  WorkWeek,
];
