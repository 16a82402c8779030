import { MAX_YEN, checkFields, checkValues, optionalText, requireInteger } from '#yui/platform';
import {
  ACTIVITY_GROUPS,
  type ActivityGroup,
  MAIN_ACTIVITIES,
  type MainActivity,
  type WageReturn,
} from './wage-return.entity.js';
import { wageErrors } from '../rules/wage.errors.js';

const MONTHS = 12;
const MAX_PERSONS = 10_000;
const MAX_PERSON_DAYS = MAX_PERSONS * 366;
const MAX_HOURS = MAX_PERSON_DAYS * 24;
const MAX_DAYS = 366;

/** What somebody enters of a year; what is omitted is not known yet. */
export interface WageFigures {
  readonly totalYen: number;
  readonly personDays?: number | null;
  readonly daysOpen?: number | null;
  readonly monthsOpen: number;
  /** April to March. */
  readonly personsByMonth: readonly (number | null)[];
  readonly hours?: number | null;
  readonly productionRevenueYen?: number | null;
  readonly productionCostYen?: number | null;
  readonly subsidiesYen?: number | null;
  readonly minimumWageExceptions?: number | null;
  readonly targetYen?: number | null;
  readonly mainActivity?: MainActivity | null;
  readonly activityGroup?: ActivityGroup | null;
  readonly note?: string | null;
}

type EnteredColumns = Pick<
  WageReturn,
  | 'totalYen'
  | 'personDays'
  | 'daysOpen'
  | 'monthsOpen'
  | 'personsByMonth'
  | 'hours'
  | 'productionRevenueYen'
  | 'productionCostYen'
  | 'subsidiesYen'
  | 'minimumWageExceptions'
  | 'targetYen'
  | 'mainActivity'
  | 'activityGroup'
  | 'note'
>;

type OptionalNumber = {
  [Name in keyof WageFigures]: number extends WageFigures[Name] ? Name : never;
}[keyof WageFigures];

/** @throws INPUT.*, WAGE.MONTHS_UNUSABLE */
export function readFigures(input: WageFigures): EnteredColumns {
  const optional = (field: OptionalNumber & string, most: number) => () => {
    const value = input[field];
    return value === null || value === undefined ? null : requireInteger(field, value, 0, most);
  };
  return checkFields<EnteredColumns>({
    totalYen: () => requireInteger('totalYen', input.totalYen, 0, MAX_YEN),
    personDays: optional('personDays', MAX_PERSON_DAYS),
    daysOpen: optional('daysOpen', MAX_DAYS),
    monthsOpen: () => requireInteger('monthsOpen', input.monthsOpen, 1, MONTHS),
    personsByMonth: () => {
      if (input.personsByMonth.length !== MONTHS) throw wageErrors.MONTHS_UNUSABLE().at('personsByMonth');
      return checkValues('personsByMonth', input.personsByMonth, (path, persons) =>
        persons === null ? null : requireInteger(path, persons, 0, MAX_PERSONS),
      );
    },
    hours: optional('hours', MAX_HOURS),
    productionRevenueYen: optional('productionRevenueYen', MAX_YEN),
    productionCostYen: optional('productionCostYen', MAX_YEN),
    subsidiesYen: optional('subsidiesYen', MAX_YEN),
    minimumWageExceptions: optional('minimumWageExceptions', MAX_PERSONS),
    targetYen: optional('targetYen', MAX_YEN),
    mainActivity: () => MAIN_ACTIVITIES.find((each) => each === input.mainActivity) ?? null,
    activityGroup: () => ACTIVITY_GROUPS.find((each) => each === input.activityGroup) ?? null,
    note: () => optionalText('note', input.note, 1_000),
  });
}
