import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { groupBy } from '#yui/platform';
import { FacilityType } from '../reference/facility-type.entity.js';
import { FacilityEligibility } from './facility-eligibility.entity.js';
import { HeadCount } from './head-count.entity.js';
import { checkHeavyEmployer } from './heavy-employer.js';

export const HEAVY_EMPLOYER = 'HEAVY_EMPLOYER';

/**
 * Which of these facilities count for 障害者優先調達推進法 on that day, with what says so. A 重度障害者多数雇用事業所
 * counts only while its latest head count meets the three thresholds. Three statements, however many facilities.
 */
export async function eligibleFacilities(
  manager: EntityManager,
  facilityIds: readonly string[],
  on: LocalDate,
): Promise<Map<string, FacilityEligibility>> {
  const counting = await manager.findBy(FacilityType, { isPriorityProcurement: true });
  const period = {
    facilityId: In([...facilityIds]),
    typeCode: In(counting.map((type) => type.code)),
    fromOn: LessThanOrEqual(on),
  };
  const rows = await manager.find(FacilityEligibility, {
    where: [
      { ...period, untilOn: IsNull() },
      { ...period, untilOn: MoreThanOrEqual(on) },
    ],
    order: { fromOn: 'ASC', id: 'ASC' },
  });
  const heavy = rows.filter((row) => row.typeCode === HEAVY_EMPLOYER).map((row) => row.facilityId);
  const hasCounts = await meetingThresholds(manager, heavy, on);
  return new Map(
    rows
      .filter((row) => row.typeCode !== HEAVY_EMPLOYER || hasCounts.has(row.facilityId))
      .map((row) => [row.facilityId, row]),
  );
}

/** The employers among these whose latest count until that day meets all three thresholds. */
export async function meetingThresholds(
  manager: EntityManager,
  facilityIds: readonly string[],
  on: LocalDate,
): Promise<Set<string>> {
  if (facilityIds.length === 0) return new Set();
  const counts = await manager.find(HeadCount, {
    where: { facilityId: In([...facilityIds]), countedOn: LessThanOrEqual(on) },
    order: { countedOn: 'DESC' },
  });
  const latest = [...groupBy(counts, (count) => count.facilityId).values()].flatMap((own) => own.slice(0, 1));
  return new Set(latest.filter((count) => checkHeavyEmployer(count).isMet).map((count) => count.facilityId));
}
