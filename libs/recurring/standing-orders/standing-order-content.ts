import {
  addDays,
  datesOf,
  daysBetween,
  type HolidayRule,
  type LocalDate,
  type Rhythm,
  todayInTokyo,
  type Weekday,
} from '#yui/calendar';
import { Department, DeskBuyer, requireMembers, WorkType } from '#yui/directory';
import {
  accessErrors,
  checkEach,
  checkFields,
  MAX_UNIT_PRICE_SEN,
  MAX_UNITS,
  MAX_YEN,
  optionalText,
  requireInteger,
  requireLine,
  type Transaction,
} from '#yui/platform';
import type { PriceBasis, StandingOrder } from './standing-order.entity.js';
import { standingOrderErrors } from './standing-order.errors.js';

export const MAX_OCCURRENCES = 1000;
const MAX_PERIOD_DAYS = 366;
const MAX_START_DAYS = 366;
const MAX_SITES = 50;
const MAX_NAMED_DATES = 400;
const MAX_MEMBERS = 100;
const MAX_PRICE_SEN = MAX_YEN * 100;

export interface RhythmInput {
  readonly kind: Rhythm['kind'];
  readonly weekdays?: readonly number[] | null;
  readonly everyWeeks?: number | null;
  readonly day?: number | null;
  readonly dates?: readonly LocalDate[] | null;
}

export interface MemberInput {
  readonly facilityId: string;
  readonly units?: number | null;
  readonly weight?: number | null;
}

/** What desk and buyer agree on. */
export interface StandingOrderContent {
  readonly buyerId: string;
  readonly departmentId?: string | null;
  readonly title: string;
  readonly specification?: string | null;
  readonly workTypeCode: string;
  readonly contractType: StandingOrder['contractType'];
  readonly isPublicMoney?: boolean | null;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly rhythm: RhythmInput;
  readonly holidayRule: HolidayRule;
  readonly workDays?: number | null;
  readonly visibleDays?: number | null;
  readonly priceBasis: PriceBasis;
  readonly priceSen: number;
  readonly facilityPriceSen?: number | null;
  readonly ceilingUnits?: number | null;
  readonly sites: readonly { readonly name: string; readonly quantity: number }[];
  readonly members: readonly MemberInput[];
}

export type CheckedMember = Required<Omit<MemberInput, 'units' | 'weight'>> & {
  readonly units: number;
  readonly weight: number;
};

/**
 * Checks what is proposed, and that it gives dates.
 * @throws ACCESS.NOT_FOUND, INPUT.*, STANDING_ORDER.*
 */
export async function checkStandingOrder(tx: Transaction, deskId: string, content: StandingOrderContent) {
  const { buyerId, departmentId = null, workTypeCode, contractType, priceBasis, holidayRule, fromOn, toOn } = content;
  await tx.get(DeskBuyer, { deskId, buyerId });
  if (departmentId !== null) await tx.get(Department, { id: departmentId, buyerId });
  if (!(await tx.manager.existsBy(WorkType, { code: workTypeCode }))) throw accessErrors.NOT_FOUND().at('workTypeCode');
  const maxPrice = priceBasis === 'PER_UNIT' ? MAX_UNIT_PRICE_SEN : MAX_PRICE_SEN;
  const checked = checkFields({
    title: () => requireLine('title', content.title, 100),
    specification: () => optionalText('specification', content.specification, 2000),
    period: () => checkPeriod(tx, content),
    rhythm: () => checkRhythm(content.rhythm),
    workDays: () => requireInteger('workDays', content.workDays ?? 1, 1, 60),
    visibleDays: () => requireInteger('visibleDays', content.visibleDays ?? 28, 1, 180),
    priceSen: () => requireInteger('priceSen', content.priceSen, 0, maxPrice),
    facilityPriceSen: () =>
      content.facilityPriceSen === null || content.facilityPriceSen === undefined
        ? null
        : requireInteger('facilityPriceSen', content.facilityPriceSen, 0, maxPrice),
    sites: () => checkSites(content.sites),
  });
  const { title, specification, rhythm, workDays, visibleDays, priceSen, facilityPriceSen, sites } = checked;
  const ceilingUnits = content.ceilingUnits ?? null;
  const isOnCall = checked.rhythm.kind === 'ON_CALL';
  if (isOnCall !== (ceilingUnits !== null) || (isOnCall && priceBasis !== 'PER_UNIT')) {
    throw standingOrderErrors.CEILING_NEEDED().at('ceilingUnits');
  }
  if (ceilingUnits !== null) requireInteger('ceilingUnits', ceilingUnits, 1, MAX_UNITS);
  const count = datesOf(checked.rhythm, { from: fromOn, to: toOn }, holidayRule).length * checked.sites.length;
  if (!isOnCall && count === 0) throw standingOrderErrors.NO_DATES().at('rhythm');
  if (count > MAX_OCCURRENCES) {
    throw standingOrderErrors.TOO_MANY_DATES({ count, most: MAX_OCCURRENCES }).at('rhythm');
  }
  const least = Math.min(...checked.sites.map(({ quantity }) => quantity));
  const members = await checkMembers(tx, deskId, content.members, isOnCall ? (ceilingUnits ?? 0) : least);
  return {
    title,
    specification,
    rhythm,
    workDays,
    visibleDays,
    priceSen,
    facilityPriceSen,
    sites,
    buyerId,
    departmentId,
    workTypeCode,
    contractType,
    fromOn,
    toOn,
    holidayRule,
    priceBasis,
    ceilingUnits,
    members,
  };
}

function checkPeriod(tx: Transaction, { fromOn, toOn }: StandingOrderContent): void {
  const today = todayInTokyo(tx.now);
  const days = daysBetween(fromOn, toOn) + 1;
  if (days < 1 || days > MAX_PERIOD_DAYS || toOn <= today || fromOn > addDays(today, MAX_START_DAYS)) {
    throw standingOrderErrors.PERIOD_OUT_OF_RANGE({ days: MAX_PERIOD_DAYS }).at('toOn');
  }
}

/** @throws STANDING_ORDER.RHYTHM_INVALID */
function checkRhythm(input: RhythmInput): Rhythm {
  const invalid = () => standingOrderErrors.RHYTHM_INVALID().at('rhythm');
  const isWhole = (value: number, least: number, most: number) =>
    Number.isSafeInteger(value) && least <= value && value <= most;
  switch (input.kind) {
    case 'WEEKLY': {
      const weekdays = [...new Set(input.weekdays ?? [])].sort();
      const everyWeeks = input.everyWeeks ?? 1;
      if (weekdays.length === 0 || !weekdays.every((day) => isWhole(day, 1, 7)) || !isWhole(everyWeeks, 1, 52)) {
        throw invalid();
      }
      return { kind: 'WEEKLY', weekdays: weekdays as Weekday[], everyWeeks };
    }
    case 'MONTHLY_DAY':
      if (!isWhole(input.day ?? 0, 1, 31)) throw invalid();
      return { kind: 'MONTHLY_DAY', day: input.day ?? 1 };
    case 'NAMED_DATES': {
      const dates = [...new Set(input.dates ?? [])].sort();
      if (dates.length === 0 || dates.length > MAX_NAMED_DATES) throw invalid();
      return { kind: 'NAMED_DATES', dates };
    }
    case 'MONTHLY_LAST_WORKING_DAY':
    case 'ON_CALL':
      return { kind: input.kind };
  }
}

function checkSites(sites: StandingOrderContent['sites']) {
  if (sites.length < 1 || sites.length > MAX_SITES)
    throw standingOrderErrors.SITES_MISSING({ most: MAX_SITES }).at('sites');
  return checkEach('sites', sites, (site) =>
    checkFields({
      name: () => requireLine('name', site.name, 200),
      quantity: () => requireInteger('quantity', site.quantity, 1, MAX_UNITS),
    }),
  );
}

/**
 * @param most units the smallest occurrence has
 * @throws STANDING_ORDER.MEMBERS_TWICE, .MEMBER_UNITS_TOO_MANY, INPUT.*, MEMBERSHIP.*
 */
export async function checkMembers(
  tx: Transaction,
  deskId: string,
  members: readonly MemberInput[],
  most: number,
): Promise<CheckedMember[]> {
  const ids = members.map(({ facilityId }) => facilityId);
  requireInteger('members', ids.length, 0, MAX_MEMBERS);
  if (new Set(ids).size !== ids.length) throw standingOrderErrors.MEMBERS_TWICE().at('members');
  if (ids.length > 0) await requireMembers(tx.manager, deskId, ids);
  const checked = checkEach('members', members, (member) =>
    checkFields({
      facilityId: () => member.facilityId,
      units: () => requireInteger('units', member.units ?? 0, 0, MAX_UNITS),
      weight: () => requireInteger('weight', member.weight ?? 1, 1, 100),
    }),
  );
  const units = checked.reduce((sum, member) => sum + member.units, 0);
  if (units > most) throw standingOrderErrors.MEMBER_UNITS_TOO_MANY({ units, most }).at('members');
  return checked;
}
