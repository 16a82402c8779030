import type { EntityManager } from 'typeorm';
import { fiscalYearOf, fiscalYearRange, type LocalDate } from '#yui/calendar';
import type { UsersRounding } from '#yui/money';
import { WageRule, type WageRuleKind } from './wage-rule.entity.js';

/** What a facility counts by in a fiscal year. */
export interface WageRules {
  readonly rounding: UsersRounding;
  /** Where the rounding is published; null: no prefecture has set one, 四捨五入 holds. */
  readonly roundingSource: string | null;
  /** In force on the last day of the year. */
  readonly minimumHourYen: number | null;
  readonly prefectureTargetYen: number | null;
  /** 全国平均 two and three years before, for 目標工賃達成加算. */
  readonly nationalYen: { readonly twoBefore: number | null; readonly threeBefore: number | null };
  /** Until when the return of the year is due. */
  readonly dueOn: LocalDate | null;
}

/** The rules of the prefecture that oversees the desk the facility joined first. */
export async function wageRulesOf(db: EntityManager, facilityId: string, fiscalYear: number): Promise<WageRules> {
  const rules = await db
    .createQueryBuilder(WageRule, 'rule')
    .where('rule.prefecture_id = yui_prefecture_of(:facilityId)', { facilityId })
    .orderBy('rule.from_on')
    .getMany();
  return rulesOfYear(rules, fiscalYear);
}

/** @param rules of one prefecture, the earliest first */
export function rulesOfYear(rules: readonly WageRule[], fiscalYear: number): WageRules {
  const lastDay = fiscalYearRange(fiscalYear).to;
  const inForce = (kind: WageRuleKind) => rules.findLast((rule) => rule.kind === kind && rule.fromOn <= lastDay);
  const ofYear = (kind: WageRuleKind, year: number) =>
    rules.findLast((rule) => rule.kind === kind && fiscalYearOf(rule.fromOn) === year);
  const rounding = inForce('USERS_ROUNDING');
  return {
    rounding: rounding?.rounding ?? 'HALF_UP',
    roundingSource: rounding?.source ?? null,
    minimumHourYen: inForce('MINIMUM_HOURLY_WAGE')?.yen ?? null,
    prefectureTargetYen: ofYear('PREFECTURE_TARGET', fiscalYear)?.yen ?? null,
    nationalYen: {
      twoBefore: ofYear('NATIONAL_AVERAGE', fiscalYear - 2)?.yen ?? null,
      threeBefore: ofYear('NATIONAL_AVERAGE', fiscalYear - 3)?.yen ?? null,
    },
    dueOn: ofYear('RETURN_DUE', fiscalYear + 1)?.fromOn ?? null,
  };
}
