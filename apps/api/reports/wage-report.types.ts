import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PageOf } from '#yui/platform';
import type { ActivityGrouping, ActivityMeasure, WageReportKind, WageUnknown } from '#yui/reports';
import type { ActivityGroup, MainActivity } from '#yui/wages';
import { enumType, valuesOf } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { Id, Yen } from '../graphql/scalars.js';
import { PartyType } from '../parties/party.types.js';
import { ActivityGroupEnum, MainActivityEnum } from '../wages/wage.enums.js';

export const WageReportKindEnum = enumType(
  'WageReportKind',
  'Which report of wages.',
  valuesOf<WageReportKind>({
    YEARS: true,
    TARGETS: true,
    BANDS: true,
    THRESHOLDS: true,
    LOW_FOR_YEARS: true,
    MAIN_ACTIVITIES: true,
    MAIN_ACTIVITY_COUNTS: true,
    ACTIVITY_GROUPS: true,
    ACTIVITY_GROUP_COUNTS: true,
    COHORTS: true,
    DESK_SHARE: true,
  }),
);
const WageUnknownEnum = enumType(
  'WageUnknown',
  'What a facility may not have reported.',
  valuesOf<WageUnknown>({ MAIN_ACTIVITY: true, ACTIVITY_GROUP: true, OPENED_ON: true }),
);
export const ActivityGroupingEnum = enumType(
  'ActivityGrouping',
  'By what activities are counted.',
  valuesOf<ActivityGrouping>({ KIND: true, THEME: true }),
);
export const ActivityMeasureEnum = enumType(
  'ActivityMeasure',
  'What is counted of activities.',
  valuesOf<ActivityMeasure>({
    TIMES: true,
    FACILITY_VISITS: true,
    FACILITIES: true,
    PEOPLE: true,
    PEOPLE_ONLINE: true,
  }),
);

@ObjectType('WageFigure', { description: 'A facility in a year: what reports of wages are summed up from.' })
class WageFigureType {
  @Field(() => PartyType, { description: 'The facility whose figure it is.' })
  facility: PartyType;

  @Field(() => Int)
  fiscalYear: number;

  @Field(() => Yen, { nullable: true, description: 'Average monthly wage; null: there is no figure.' })
  monthYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'Average hourly wage; null: there is no figure.' })
  hourYen: number | null;

  @Field(() => Yen, { nullable: true, description: 'Target of the average monthly wage; null: none.' })
  targetYen: number | null;

  @Field(() => Int, { nullable: true, description: 'Among all of the year, the highest is 1; null: no figure.' })
  rank: number | null;

  @Field(() => Id, { nullable: true, description: 'The checked return; null: it stands in a published list.' })
  wageReturnId: string | null;

  @Field(() => String, { nullable: true, description: 'The file of the published list.' })
  sourceFile: string | null;

  @Field(() => Int, { nullable: true, description: 'The line of its sheet.' })
  sourceRow: number | null;
}

export const WageFigurePageType = pageType('WageFigurePage', WageFigureType, 'The highest first.');
export type WageFigurePageType = PageOf<WageFigureType>;

@InputType('WageFigureFilterInput', { description: 'Which rows of a report of wages.' })
export class WageFigureFilterInput {
  @Field(() => Int)
  fiscalYear: number;

  @Field(() => String, { nullable: true, description: 'Kind of facility; omitted: B_TYPE.' })
  typeCode?: string | null;

  @Field(() => Yen, { nullable: true, description: 'Only averages from this amount on.' })
  minYen?: number | null;

  @Field(() => Yen, { nullable: true, description: 'Only averages below this amount.' })
  belowYen?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Only facilities without a figure, or only those with one.' })
  isMissing?: boolean | null;

  @Field(() => MainActivityEnum, { nullable: true, description: 'Only those that mainly do this.' })
  mainActivity?: MainActivity | null;

  @Field(() => ActivityGroupEnum, { nullable: true, description: 'Only those that work for and at these.' })
  activityGroup?: ActivityGroup | null;

  @Field(() => Int, { nullable: true, description: 'Only those that opened in this fiscal year.' })
  openedYear?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those with a target, or only those without.' })
  hasTarget?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those with both that reached their target, or did not.' })
  isTargetReached?: boolean | null;

  @Field(() => WageUnknownEnum, { nullable: true, description: 'Only those that said nothing of this.' })
  unknown?: WageUnknown | null;

  @Field(() => Int, { nullable: true, description: 'Only those open for so many years at the end of the year.' })
  openForYears?: number | null;
}
