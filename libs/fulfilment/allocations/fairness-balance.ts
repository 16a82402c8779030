import { fiscalYearOf, fiscalYearRange, type LocalDate } from '#yui/calendar';
import type { Measure } from '#yui/matching';
import type { Transaction } from '#yui/platform';
import { COMMITTED_STATES } from '../assignments/assignment.transitions.js';

/**
 * What each facility has been given by this desk in the fiscal year of `today`: yen of sales or minutes of work of all it
 * said yes to, and of what it had received before the desk worked with the product. Facilities without any are not in the
 * map.
 */
export async function fairnessBalances(
  tx: Transaction,
  deskId: string,
  measure: Measure,
  today: LocalDate,
): Promise<Map<string, number>> {
  const { from, to } = fiscalYearRange(fiscalYearOf(today));
  const perUnit = measure === 'YEN' ? 'unit_price_sen / 100.0' : 'seconds_per_unit / 60.0';
  const rows = await tx.manager.query<{ facility_id: string; balance: string }[]>(
    `SELECT facility_id, round(sum(given)) AS balance
     FROM (
       SELECT facility_id, (accepted_units - reduced_units) * ${perUnit} AS given
       FROM assignment
       WHERE desk_id = $1 AND status = ANY($2)
         AND answered_at >= ($3::date::timestamp AT TIME ZONE 'Asia/Tokyo')
         AND answered_at < (($4::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
       UNION ALL
       SELECT facility_id, ${measure === 'YEN' ? 'yen' : 'minutes'} FROM opening_balance
       WHERE desk_id = $1 AND fiscal_year = $5
     ) AS received
     GROUP BY facility_id`,
    [deskId, COMMITTED_STATES, from, to, fiscalYearOf(today)],
  );
  return new Map(rows.map((row) => [row.facility_id, Number(row.balance)]));
}
