import { Field, Int, ObjectType } from '@nestjs/graphql';
import {
  HOLIDAY_RULES,
  type HolidayRule,
  type LocalDate as BusinessDate,
  RHYTHM_KINDS,
  type Rhythm,
} from '#yui/calendar';
import type { ContractType, WorkOrderState } from '#yui/orders';
import {
  OCCURRENCE_ORIGINS,
  OCCURRENCE_SHARE_STATES,
  OCCURRENCE_STATES,
  type OccurrenceShareState,
  type OccurrenceState,
  PRICE_BASES,
  type PriceBasis,
  STANDING_ORDER_STATES,
  type StandingOrderState,
  standingOrderTransitions,
} from '#yui/recurring';
import { actionsOf, ContractTypeEnum, enumType } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { DateTime, Id, LocalDate } from '../graphql/scalars.js';
import { WorkOrderStateEnum } from '../work-orders/work-order.types.js';

export const StandingOrderStateEnum = enumType(
  'StandingOrderState',
  'PROPOSED: the buyer has not answered yet. ENDED: before its time.',
  STANDING_ORDER_STATES,
);
export const StandingOrderActionEnum = enumType(
  'StandingOrderAction',
  'A step in the life of a standing order.',
  actionsOf(standingOrderTransitions),
);
export const RhythmKindEnum = enumType(
  'RhythmKind',
  'When work comes again. ON_CALL: 単価契約, only when the buyer calls a quantity off.',
  RHYTHM_KINDS,
);
export const HolidayRuleEnum = enumType(
  'HolidayRule',
  'What becomes of a date on which the country rests.',
  HOLIDAY_RULES,
);
export const PriceBasisEnum = enumType('PriceBasis', 'What the agreed price is for.', PRICE_BASES);
const OccurrenceStateEnum = enumType(
  'OccurrenceState',
  'COMING: no order yet. ORDERED: an order of its own, which tells the rest.',
  OCCURRENCE_STATES,
);
const OccurrenceOriginEnum = enumType('OccurrenceOrigin', 'How a date came about.', OCCURRENCE_ORIGINS);
const OccurrenceShareStateEnum = enumType(
  'OccurrenceShareState',
  'PLANNED: the facility does not know of it. AGREED: it said yes, and its capacity is taken. PASSED_ON: it is an assignment.',
  OCCURRENCE_SHARE_STATES,
);

@ObjectType('Rhythm', { description: 'When work comes again; what its kind does not need is null.' })
class RhythmType {
  @Field(() => RhythmKindEnum, { description: 'Which of the others count.' })
  kind: Rhythm['kind'];

  @Field(() => [Int], { nullable: true, description: 'Monday is 1, Sunday 7.' })
  weekdays?: readonly number[] | null;

  @Field(() => Int, { nullable: true, description: 'Every so many weeks, from the week of the first day.' })
  everyWeeks?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of each month; the last one where a month is shorter.' })
  day?: number | null;

  @Field(() => [LocalDate], { nullable: true, description: 'The dates themselves.' })
  dates?: readonly BusinessDate[] | null;
}

@ObjectType('StandingOrderSite', { description: 'Where the work comes.' })
export class StandingOrderSiteType {
  @Field(() => Int, { description: 'Its place in the list, from 1.' })
  position: number;

  @Field(() => String, { description: 'What the place is called.' })
  name: string;

  @Field(() => Int, { description: 'Units each time.' })
  quantity: number;
}

@ObjectType('StandingOrderMember', { description: 'A facility that does the work, as the desk divided it once.' })
export class StandingOrderMemberType {
  @Field(() => Id)
  facilityId: string;

  @Field(() => Int, { description: 'Of each occurrence; 0: it takes whole occurrences in turn.' })
  units: number;

  @Field(() => Int, { description: 'How often its turn comes beside the others.' })
  weight: number;
}

@ObjectType('StandingOrder', { description: '年間契約 or 単価契約: work that comes again, agreed once for a period.' })
export class StandingOrderType {
  @Field(() => Id)
  id: string;

  @Field(() => Id)
  deskId: string;

  @Field(() => Id)
  buyerId: string;

  @Field(() => Id, { nullable: true })
  departmentId: string | null;

  @Field(() => String, { description: 'What people call it on the telephone.' })
  number: string;

  @Field(() => String)
  title: string;

  @Field(() => StandingOrderStateEnum)
  status: StandingOrderState;

  @Field(() => LocalDate, { description: 'The first day of the period.' })
  fromOn: BusinessDate;

  @Field(() => LocalDate, { description: 'The last day of the period.' })
  toOn: BusinessDate;

  @Field(() => String)
  workTypeCode: string;

  @Field(() => String)
  specification: string;

  @Field(() => ContractTypeEnum)
  contractType: ContractType;

  @Field(() => Boolean, { description: 'Whether public money pays for it.' })
  isPublicMoney: boolean;

  @Field(() => RhythmType, { description: 'When it comes.' })
  rhythm: Rhythm;

  @Field(() => HolidayRuleEnum, { description: 'What becomes of a date on a holiday.' })
  holidayRule: HolidayRule;

  @Field(() => Int, { description: 'Working days one occurrence may take; 1: it is done on its day.' })
  workDays: number;

  @Field(() => Int, { description: 'How many days ahead an occurrence becomes an order.' })
  visibleDays: number;

  @Field(() => PriceBasisEnum, { description: 'What the price is for.' })
  priceBasis: PriceBasis;

  @Field(() => Int, { description: 'In hundredths of a yen, for what the basis says.' })
  priceSen: number;

  @Field(() => Int, { nullable: true, description: '単価契約: all that may be called off; null: it has a rhythm.' })
  ceilingUnits: number | null;

  @Field(() => DateTime)
  proposedAt: Date;

  @Field(() => DateTime, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the buyer did not want it.' })
  refusalReason: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it ended before its time.' })
  endedOn: BusinessDate | null;
}
export const StandingOrderPageType = pageType('StandingOrderPage', StandingOrderType, 'The newest first.');

@ObjectType('OccurrenceShare', { description: 'What a facility is to do of a date that is no order yet.' })
class OccurrenceShareType {
  @Field(() => Id)
  facilityId: string;

  @Field(() => String, { description: 'What the facility is called.' })
  facilityName: string;

  @Field(() => Int)
  units: number;

  @Field(() => OccurrenceShareStateEnum)
  status: OccurrenceShareState;
}

@ObjectType('Occurrence', { description: 'One date of a standing order at one site.' })
export class OccurrenceType {
  @Field(() => Id)
  id: string;

  @Field(() => OccurrenceOriginEnum, { description: 'How it came about.' })
  origin: (typeof OCCURRENCE_ORIGINS)[number];

  @Field(() => OccurrenceStateEnum)
  status: OccurrenceState;

  @Field(() => LocalDate, { description: 'What the rhythm says.' })
  plannedOn: BusinessDate;

  @Field(() => LocalDate, { description: 'The first day of its work.' })
  startOn: BusinessDate;

  @Field(() => LocalDate, { description: 'Its day, or the last of its days.' })
  dueOn: BusinessDate;

  @Field(() => LocalDate, { description: 'When it becomes an order.' })
  visibleOn: BusinessDate;

  @Field(() => String, { description: 'Where it is.' })
  siteName: string;

  @Field(() => Int)
  quantity: number;

  @Field(() => Int)
  unitPriceSen: number;

  @Field(() => Id, { nullable: true, description: 'The order it became; null: it is none yet.' })
  workOrderId: string | null;

  @Field(() => WorkOrderStateEnum, { nullable: true, description: 'How far its order has come.' })
  orderStatus: WorkOrderState | null;

  @Field(() => String, { nullable: true, description: 'Why it was omitted; null: it was not.' })
  skipReason: string | null;

  @Field(() => [OccurrenceShareType], { description: 'For the desk: who does it, while it is no order.' })
  shares: readonly OccurrenceShareType[];
}

@ObjectType('MissedOccurrence', {
  description: 'A date nobody did: its day has passed, and it never became an order. It is to be omitted, or moved.',
})
class MissedOccurrenceType {
  @Field(() => Id, { description: 'Of the occurrence.' })
  id: string;

  @Field(() => Id, { description: 'What it is a date of.' })
  standingOrderId: string;

  @Field(() => String, { description: 'Of the standing order.' })
  number: string;

  @Field(() => String)
  title: string;

  @Field(() => String, { description: 'Where it was to be.' })
  siteName: string;

  @Field(() => LocalDate, { description: 'When it was to be.' })
  dueOn: BusinessDate;

  @Field(() => Int)
  quantity: number;

  @Field(() => String)
  unit: string;
}
export const MissedOccurrencePageType = pageType(
  'MissedOccurrencePage',
  MissedOccurrenceType,
  'The longest past first.',
);

@ObjectType('ComingDate', {
  description: 'A date the acting facility is asked about, or has agreed to, that is no order yet.',
})
export class ComingDateType {
  @Field(() => Id, { description: 'The share of the facility.' })
  shareId: string;

  @Field(() => Id, { description: 'What it is a date of.' })
  standingOrderId: string;

  @Field(() => String)
  title: string;

  @Field(() => String, { description: 'Where it is.' })
  siteName: string;

  @Field(() => String)
  specification: string;

  @Field(() => String, { description: 'The kind of work, in Japanese.' })
  workTypeName: string;

  @Field(() => String)
  unit: string;

  @Field(() => Int)
  units: number;

  @Field(() => Int)
  facilityUnitPriceSen: number;

  @Field(() => LocalDate, { description: 'The first day of its work.' })
  startOn: BusinessDate;

  @Field(() => LocalDate, { description: 'Its day, or the last of its days.' })
  dueOn: BusinessDate;

  @Field(() => OccurrenceShareStateEnum)
  status: OccurrenceShareState;
}
