import { fiscalYearRange } from '#yui/calendar';
import { COMMITTED_STATES } from '#yui/fulfilment';
import type { Measure } from '#yui/matching';

export interface FairnessQuery {
  readonly deskId: string;
  readonly fiscalYear: number;
  readonly measure: Measure;
  /** null: of all facilities. */
  readonly facilityId: string | null;
}

/**
 * SQL for what facilities received from a desk in a year, and its values: a row for each share a facility said yes to, in the
 * month it did, for its opening balance, and for each recorded result that names it. `parts` are sen or seconds.
 *
 * What was recorded knows no minutes. Of what tells of the same facility and year one is counted, for it is the same work: its
 * opening balance, from which the split goes on as well; else the list with single orders; else any.
 */
export function fairnessRows({ deskId, fiscalYear, measure, facilityId }: FairnessQuery): {
  readonly sql: string;
  readonly values: unknown[];
} {
  const { from, to } = fiscalYearRange(fiscalYear);
  const perUnit = measure === 'YEN' ? 'unit_price_sen' : 'seconds_per_unit';
  const ofFacility = (table: string) => (facilityId === null ? '' : `AND ${table}.facility_id = $6`);
  const recorded = `
    UNION ALL
    SELECT own.id, 'RECORDED', own.facility_id, own.performed_on, coalesce(own.performed_on, make_date(own.fiscal_year, 4, 1)),
      NULL::uuid, '', own.title, coalesce(own.units, 0), coalesce(own.yen, 0) * 100, NULL::uuid
    FROM recorded_result AS own
    WHERE own.keeper_id = $1 AND own.fiscal_year = $5 AND own.grain <> 'TOTAL' AND own.facility_id IS NOT NULL
      AND own.yen IS NOT NULL ${ofFacility('own')}
      AND NOT EXISTS (SELECT 1 FROM opening_balance AS balance
        WHERE balance.desk_id = $1 AND balance.fiscal_year = $5 AND balance.facility_id = own.facility_id)
      AND (own.grain = 'ORDER' OR NOT EXISTS (
        SELECT 1 FROM recorded_result AS other
        WHERE other.keeper_id = $1 AND other.fiscal_year = $5 AND other.facility_id = own.facility_id
          AND other.grain = 'ORDER' AND other.yen IS NOT NULL AND other.source_name <> own.source_name))`;
  const opening = `
    UNION ALL
    SELECT balance.facility_id, 'OPENING', balance.facility_id, NULL::date, make_date(balance.fiscal_year, 4, 1),
      NULL::uuid, '', balance.source_file || ' ' || balance.source_row, 0,
      ${measure === 'YEN' ? 'balance.yen * 100' : 'balance.minutes::bigint * 60'}, NULL::uuid
    FROM opening_balance AS balance
    WHERE balance.desk_id = $1 AND balance.fiscal_year = $5 ${ofFacility('balance')}`;
  return {
    sql: `
      SELECT given.id, 'SHARE' AS origin, given.facility_id, (given.answered_at AT TIME ZONE 'Asia/Tokyo')::date AS given_on,
        (given.answered_at AT TIME ZONE 'Asia/Tokyo')::date AS sorted_on,
        given.work_order_id, work_order.number, work_order.title, given.accepted_units - given.reduced_units AS units,
        (given.accepted_units - given.reduced_units) * given.${perUnit} AS parts, given.allocation_id
      FROM assignment AS given
      LEFT JOIN work_order ON work_order.id = given.work_order_id
      WHERE given.desk_id = $1 AND given.status = ANY($2) ${ofFacility('given')}
        AND given.answered_at >= ($3::date::timestamp AT TIME ZONE 'Asia/Tokyo')
        AND given.answered_at < (($4::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
      ${opening}${measure === 'YEN' ? recorded : ''}`,
    values: [deskId, COMMITTED_STATES, from, to, fiscalYear, ...(facilityId === null ? [] : [facilityId])],
  };
}
