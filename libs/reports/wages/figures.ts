import type { EntityManager } from 'typeorm';
import { PrefectureDesk } from '#yui/directory';
import { accessErrors, organisationKindOf, type PersonActor, requireInteger } from '#yui/platform';
import { COUNTED_RETURNS } from '#yui/wages';

/** Whose figures are counted, and of which fiscal years (both included). */
export interface FiguresScope {
  readonly deskIds: readonly string[];
  readonly fromYear: number;
  readonly toYear: number;
  /** Kind of facility: 工賃 of one kind are not averaged with 賃金 of another. */
  readonly typeCode: string;
}

export interface YearsAsked {
  readonly fromYear: number;
  readonly toYear: number;
  readonly typeCode: string;
}

const FIRST_YEAR = 2005;
const LAST_YEAR = 2200;
const MAX_YEARS = 30;

/** A desk counts its own facilities, a prefecture those of all desks it oversees, each once. @throws ACCESS.NOT_FOUND, INPUT.* */
export async function scopeOf(db: EntityManager, actor: PersonActor, asked: YearsAsked): Promise<FiguresScope> {
  return { ...asked, deskIds: await desksOf(db, actor) };
}

/** @throws INPUT.NUMBER_OUT_OF_RANGE */
export function checkYears({ fromYear, toYear }: Pick<YearsAsked, 'fromYear' | 'toYear'>): void {
  requireInteger('toYear', toYear, FIRST_YEAR, LAST_YEAR);
  requireInteger('fromYear', fromYear, Math.max(FIRST_YEAR, toYear - MAX_YEARS + 1), toYear);
}

/** @throws ACCESS.NOT_FOUND for everybody but a desk and a prefecture */
async function desksOf(db: EntityManager, actor: PersonActor): Promise<string[]> {
  const { organisationId } = actor;
  const kind = organisationKindOf(actor.role);
  if (kind === 'DESK') return [organisationId];
  if (kind !== 'PREFECTURE') throw accessErrors.NOT_FOUND();
  return (await db.findBy(PrefectureDesk, { prefectureId: organisationId })).map(({ deskId }) => deskId);
}

/**
 * The wage figures of facilities by year: of the return that was checked, else of the list the prefecture published. A
 * facility is in a year when it has a figure, or was open and registered then; one that left or closed stays in its years, and
 * is in none that began after it left. What was published after it left does not count. Takes :deskIds, :fromYear, :toYear, :typeCode.
 */
export const FIGURES = `
  SELECT scope.id AS facility_id, year AS fiscal_year, scope.opened_on,
    coalesce(checked.month_yen, listed.month_yen) AS month_yen,
    coalesce(checked.hour_yen, listed.hour_yen) AS hour_yen,
    coalesce(target.month_yen, listed.target_month_yen, checked.target_yen) AS target_yen,
    checked.main_activity, checked.activity_group, checked.total_yen,
    checked.users_tenths::bigint * checked.months_open AS user_month_tenths,
    checked.id AS return_id, listed.source_file, listed.source_row
  FROM (
    SELECT facility.id, facility.opened_on, facility.closed_on,
      min(coalesce(facility.opened_on, membership.joined_on)) AS known_from,
      CASE WHEN bool_and(membership.left_on IS NOT NULL) THEN max(membership.left_on) END AS left_on,
      CASE WHEN bool_and(membership.left_on IS NOT NULL)
        THEN max(coalesce(membership.left_at, (membership.left_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')) END AS left_at
    FROM membership JOIN facility ON facility.id = membership.facility_id
    WHERE membership.desk_id = ANY(:deskIds::uuid[]) AND facility.type_code = :typeCode
    GROUP BY facility.id
  ) scope
  CROSS JOIN generate_series(:fromYear::integer, :toYear::integer) AS year
  LEFT JOIN (${COUNTED_RETURNS}) checked ON checked.facility_id = scope.id AND checked.fiscal_year = year
  LEFT JOIN registry_wage listed ON listed.facility_id = scope.id AND listed.fiscal_year = year
    AND (scope.left_at IS NULL OR listed.recorded_at IS NULL OR listed.recorded_at < scope.left_at)
  LEFT JOIN wage_target target ON target.facility_id = scope.id AND target.fiscal_year = year
  WHERE (scope.left_on IS NULL OR scope.left_on >= make_date(year, 4, 1))
    AND (coalesce(checked.month_yen, listed.month_yen) IS NOT NULL
      OR (scope.known_from < make_date(year + 1, 4, 1)
          AND (scope.closed_on IS NULL OR scope.closed_on >= make_date(year, 4, 1))))`;
