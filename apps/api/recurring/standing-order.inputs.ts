import { Field, InputType, Int } from '@nestjs/graphql';
import type { HolidayRule, LocalDate as BusinessDate, Rhythm } from '#yui/calendar';
import type { PriceBasis, StandingOrderState } from '#yui/recurring';
import { EnteredForField, EnteredForInput } from '../entered-for/entered-for.input.js';
import { ContractTypeEnum } from '../graphql/enums.js';
import { Id, IdempotencyKey, LocalDate } from '../graphql/scalars.js';
import { HolidayRuleEnum, PriceBasisEnum, RhythmKindEnum, StandingOrderStateEnum } from './standing-order.types.js';

@InputType({ description: 'Which standing orders.' })
export class StandingOrderFilterInput {
  @Field(() => [StandingOrderStateEnum], { nullable: true, description: 'In one of these states; omitted: in any.' })
  statuses?: StandingOrderState[] | null;
}

@InputType({ description: 'When work comes again; what its kind does not need is omitted.' })
class RhythmInput {
  @Field(() => RhythmKindEnum, { description: 'Which of the others count.' })
  kind: Rhythm['kind'];

  @Field(() => [Int], { nullable: true, description: 'Monday is 1, Sunday 7.' })
  weekdays?: number[] | null;

  @Field(() => Int, { nullable: true, description: 'Every so many weeks; omitted: every week.' })
  everyWeeks?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of each month, 1 to 31.' })
  day?: number | null;

  @Field(() => [LocalDate], { nullable: true, description: 'The dates themselves, up to 400.' })
  dates?: BusinessDate[] | null;
}

@InputType({ description: 'Where the work comes.' })
class StandingOrderSiteInput {
  @Field(() => String, { description: 'What the place is called.' })
  name: string;

  @Field(() => Int, { description: 'Units each time.' })
  quantity: number;
}

@InputType({ description: 'A facility that does the work.' })
class StandingOrderMemberInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => Int, { nullable: true, description: 'Of each occurrence; omitted or 0: it takes whole ones in turn.' })
  units?: number | null;

  @Field(() => Int, { nullable: true, description: 'How often its turn comes beside the others; omitted: 1.' })
  weight?: number | null;
}

@InputType()
export class ProposeStandingOrderInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id)
  buyerId: string;

  @Field(() => Id, { nullable: true })
  departmentId?: string | null;

  @Field(() => String)
  title: string;

  @Field(() => String, { nullable: true })
  specification?: string | null;

  @Field(() => String)
  workTypeCode: string;

  @Field(() => ContractTypeEnum, { description: 'DESK_CONTRACT or BROKERED.' })
  contractType: 'DESK_CONTRACT' | 'BROKERED';

  @Field(() => Boolean, { nullable: true, description: 'Omitted: yes for a government, no for a company.' })
  isPublicMoney?: boolean | null;

  @Field(() => LocalDate, { description: 'The first day of the period.' })
  fromOn: BusinessDate;

  @Field(() => LocalDate, { description: 'The last day; a year after the first at most.' })
  toOn: BusinessDate;

  @Field(() => RhythmInput, { description: 'When it comes.' })
  rhythm: RhythmInput;

  @Field(() => HolidayRuleEnum, { description: 'What becomes of a date on a holiday.' })
  holidayRule: HolidayRule;

  @Field(() => Int, {
    nullable: true,
    description: 'Working days one occurrence may take; omitted: it is done on its day.',
  })
  workDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many days ahead an occurrence becomes an order; omitted: 28.' })
  visibleDays?: number | null;

  @Field(() => PriceBasisEnum, { description: 'What the price is for.' })
  priceBasis: PriceBasis;

  @Field(() => Int, { description: 'In hundredths of a yen, for what the basis says.' })
  priceSen: number;

  @Field(() => Int, { nullable: true, description: 'For the same, what facilities get; omitted: the usual.' })
  facilityPriceSen?: number | null;

  @Field(() => Int, { nullable: true, description: '単価契約 only: all that may be called off.' })
  ceilingUnits?: number | null;

  @Field(() => [StandingOrderSiteInput], { description: 'Where it comes, one place at least.' })
  sites: StandingOrderSiteInput[];

  @Field(() => [StandingOrderMemberInput], { description: 'Who does it; may be empty until the dates are planned.' })
  members: StandingOrderMemberInput[];
}

@InputType()
class StandingOrderInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'What this is about.' })
  standingOrderId: string;
}
@InputType()
export class AgreeStandingOrderInput extends StandingOrderInput {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}
@InputType()
export class WithdrawStandingOrderInput extends StandingOrderInput {}
@InputType()
export class OfferOccurrencesInput extends StandingOrderInput {}

@InputType()
class ReasonedStandingOrderInput extends StandingOrderInput {
  @Field(() => String)
  reason: string;
}
@InputType()
export class RefuseStandingOrderInput extends ReasonedStandingOrderInput {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;
}
@InputType()
export class EndStandingOrderInput extends ReasonedStandingOrderInput {}

@InputType({ description: 'A facility that cannot come between two days, both included.' })
class AbsenceInput {
  @Field(() => Id)
  facilityId: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  from: BusinessDate;

  @Field(() => LocalDate, { description: 'The last day.' })
  to: BusinessDate;
}

@InputType()
export class PlanOccurrencesInput extends StandingOrderInput {
  @Field(() => [StandingOrderMemberInput], { nullable: true, description: 'Another division; omitted: as it is.' })
  members?: StandingOrderMemberInput[] | null;

  @Field(() => [AbsenceInput], { nullable: true, description: 'Others take what these had on those days.' })
  absences?: AbsenceInput[] | null;
}

@InputType()
export class AnswerOccurrencesInput extends StandingOrderInput {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;

  @Field(() => Boolean, { description: 'Yes to all dates the facility is asked about, or no to all of them.' })
  isYes: boolean;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType()
export class AddOccurrenceInput extends StandingOrderInput {
  @Field(() => LocalDate, { description: 'Tomorrow or later, within the period.' })
  dueOn: BusinessDate;

  @Field(() => Int, { description: 'Which of the sites, from 1.' })
  sitePosition: number;

  @Field(() => Int, { nullable: true, description: 'Omitted: as always at that site.' })
  quantity?: number | null;

  @Field(() => Int, { nullable: true, description: 'Omitted: as agreed; needed where the price is for a month.' })
  unitPriceSen?: number | null;
}

@InputType()
class OccurrenceInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'The date this is about.' })
  occurrenceId: string;
}

@InputType()
export class SkipOccurrenceInput extends OccurrenceInput {
  @Field(() => String)
  reason: string;
}

@InputType()
export class MoveOccurrenceInput extends OccurrenceInput {
  @Field(() => LocalDate, { description: 'Tomorrow or later, within the period.' })
  dueOn: BusinessDate;
}

@InputType()
export class CallOffInput extends StandingOrderInput {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;

  @Field(() => Int, { description: 'At most what the ceiling leaves.' })
  quantity: number;

  @Field(() => LocalDate, { description: 'Tomorrow or later, within the period.' })
  dueOn: BusinessDate;

  @Field(() => Int, { nullable: true, description: 'Which of the sites, from 1; omitted: the first.' })
  sitePosition?: number | null;
}

@InputType()
export class AcceptMonthInput extends StandingOrderInput {
  @EnteredForField()
  enteredFor?: EnteredForInput | null;

  @Field(() => LocalDate, { description: 'Any day of the month.' })
  month: BusinessDate;
}
