import { Injectable } from '@nestjs/common';
import { type WageBasis, wagePermille } from '#yui/money';
import { organisationKindOf, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';

interface Raw {
  readonly facility_id: string;
  readonly fiscal_year: number;
  readonly return_id: string | null;
  readonly month_yen: number;
  readonly total_yen: number | null;
  readonly users_tenths: number | null;
  readonly months_open: number | null;
  readonly persons: number | null;
  readonly production_revenue_yen: number | null;
  readonly capacity_persons: number | null;
}

/** More facilities than one desk has. */
const MAX_FACILITIES = 5_000;
const MONTHS = 12;

/** What forecasts of average wages start from: of each facility the last year that is known. */
@Injectable()
export class WageBasisQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Of the members of a desk, or of the own facility; of others there is none, as of a facility that has no figure, or neither
   * users nor places.
   * @throws INPUT.NUMBER_OUT_OF_RANGE (ids, to 5,000)
   */
  async ofFacilities(actor: PersonActor, ids: readonly string[]): Promise<Map<string, WageBasis>> {
    requireInteger('facilityIds', ids.length, 0, MAX_FACILITIES);
    const kind = organisationKindOf(actor.role);
    if (ids.length === 0 || (kind !== 'DESK' && kind !== 'FACILITY')) return new Map();
    const rows = await this.unitOfWork.read(actor, async (db) =>
      db.query<Raw[]>(
        `SELECT facility.id AS facility_id, known.*, facility.capacity_persons
         FROM facility CROSS JOIN LATERAL (
           (SELECT w.fiscal_year, w.id AS return_id, w.month_yen, w.total_yen, w.users_tenths, w.months_open,
              (SELECT sum(persons)::integer FROM unnest(w.persons_by_month) AS persons) AS persons, w.production_revenue_yen
            FROM wage_return w WHERE w.facility_id = facility.id AND w.status = 'CHECKED' AND w.month_yen IS NOT NULL
            ORDER BY w.fiscal_year DESC LIMIT 1)
           UNION ALL
           (SELECT r.fiscal_year, NULL, r.month_yen, NULL, NULL, NULL, NULL, NULL
            FROM registry_wage r WHERE r.facility_id = facility.id AND r.month_yen IS NOT NULL
            ORDER BY r.fiscal_year DESC LIMIT 1)
           ORDER BY fiscal_year DESC, return_id NULLS LAST LIMIT 1
         ) AS known
         WHERE facility.id = ANY($1) AND (facility.id = $2 OR EXISTS (
           SELECT 1 FROM membership m WHERE m.facility_id = facility.id AND m.desk_id = $2 AND m.left_on IS NULL))`,
        [ids, actor.organisationId],
      ),
    );
    return new Map(
      rows.flatMap((row) => {
        const basis = basisOf(row);
        return basis === null ? [] : [[row.facility_id, basis] as const];
      }),
    );
  }
}

function basisOf(row: Raw): WageBasis | null {
  const { fiscal_year: fiscalYear, total_yen: totalYen } = row;
  if (row.return_id !== null && totalYen !== null) {
    const tenths = row.users_tenths === null ? (row.persons ?? 0) * 10 : row.users_tenths * (row.months_open ?? MONTHS);
    if (tenths <= 0) return null;
    const part = wagePermille(totalYen, row.production_revenue_yen);
    return { fiscalYear, source: 'RETURN', totalYen, userMonthTenths: tenths, wagePermille: part };
  }
  const places = row.capacity_persons ?? 0;
  if (places <= 0) return null;
  const listedTotalYen = row.month_yen * places * MONTHS;
  return {
    fiscalYear,
    source: 'LISTED',
    totalYen: listedTotalYen,
    userMonthTenths: places * MONTHS * 10,
    wagePermille: null,
  };
}
