import type { EntityManager } from 'typeorm';
import { Facility, RegistryWage } from '#yui/directory';
import type { WageContext } from '#yui/money';
import { type WageRules, wageRulesOf } from '../rules/wage-rules.js';
import { WageTarget } from './wage-target.entity.js';
import { WageReturn } from './wage-return.entity.js';

/** Of facilities whose people have employment contracts, the minimum wage holds. */
const EMPLOYERS: readonly string[] = ['A_TYPE', 'SPECIAL_SUBSIDIARY', 'HEAVY_EMPLOYER'];

/** What a return of a year is compared with. */
export interface ReturnContext extends WageContext {
  readonly rules: WageRules;
  readonly last: WageReturn | null;
}

/** The year before comes from its checked return, or else from the list its prefecture published. */
export async function readReturnContext(
  db: EntityManager,
  facility: Facility,
  fiscalYear: number,
): Promise<ReturnContext> {
  const lastYear = { facilityId: facility.id, fiscalYear: fiscalYear - 1 };
  const rules = await wageRulesOf(db, facility.id, fiscalYear);
  const last = await db.findOneBy(WageReturn, { ...lastYear, status: 'CHECKED' });
  const listed = await db.findOneBy(RegistryWage, lastYear);
  const target = await db.findOneBy(WageTarget, lastYear);
  return {
    rules,
    last,
    rounding: rules.rounding,
    lastMonthYen: last?.monthYen ?? listed?.monthYen ?? null,
    lastTargetYen: target?.monthYen ?? listed?.targetMonthYen ?? null,
    capacityPersons: facility.capacityPersons,
    isEmployer: EMPLOYERS.includes(facility.typeCode),
    minimumHourYen: rules.minimumHourYen,
  };
}
