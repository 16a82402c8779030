import type { EntityManager } from 'typeorm';
import { addDays, type LocalDate } from '#yui/calendar';
import { DUE_STATES } from '../assignments/assignment.transitions.js';

const DAYS_LOOKED_BACK = 365;
/** One bad day is no rate: with fewer facts there is none. */
const MIN_FACTS = 3;

/**
 * What the work of one facility at one desk in the last twelve months shows. Rates are in thousandths, rounded, and null
 * with too few facts; the numbers behind them are always there.
 */
export interface Quality {
  readonly facilityId: string;
  readonly from: LocalDate;
  /** Units the desk inspected, in how many deliveries, and how many were defective or did not please the buyer. */
  readonly inspections: number;
  readonly inspectedUnits: number;
  readonly defectUnits: number;
  readonly defectPermille: number | null;
  /** Shares whose date has passed, and those that were wholly delivered by it. */
  readonly dueShares: number;
  readonly onTimeShares: number;
  readonly onTimePermille: number | null;
  /** Offers whose time to answer is over, and those that were answered. */
  readonly offers: number;
  readonly answeredOffers: number;
  readonly answeredPermille: number | null;
}

interface QualityRow {
  readonly facility_id: string;
  readonly inspections: number;
  readonly inspected_units: number;
  readonly defect_units: number;
  readonly due_shares: number;
  readonly on_time_shares: number;
  readonly offers: number;
  readonly answered_offers: number;
}

/**
 * Computed from what happened, never from an opinion. Rows of three statements' worth of facts are counted in one; a
 * facility of which there are no facts has a row of zeros.
 */
export async function qualityOf(
  db: EntityManager,
  deskId: string,
  facilityIds: readonly string[],
  today: LocalDate,
): Promise<Map<string, Quality>> {
  const from = addDays(today, -DAYS_LOOKED_BACK);
  const rows = await db.query<QualityRow[]>(
    `WITH share AS (
       SELECT * FROM assignment WHERE desk_id = $1 AND facility_id = ANY($2)
     ), inspected AS (
       SELECT share.facility_id, count(*) AS inspections,
         sum(inspection.accepted_units + inspection.defect_units) AS inspected_units,
         sum(inspection.defect_units) AS defect_units
       FROM share JOIN delivery ON delivery.assignment_id = share.id JOIN inspection ON inspection.delivery_id = delivery.id
       WHERE (inspection.inspected_at AT TIME ZONE 'Asia/Tokyo')::date > $3
       GROUP BY share.facility_id
     ), returned AS (
       SELECT share.facility_id, sum(returned_work.units) AS defect_units
       FROM share JOIN returned_work ON returned_work.assignment_id = share.id
       WHERE (returned_work.returned_at AT TIME ZONE 'Asia/Tokyo')::date > $3
       GROUP BY share.facility_id
     ), due AS (
       SELECT facility_id, count(*) AS due_shares,
         count(*) FILTER (WHERE accepted_units <= (
           SELECT coalesce(sum(delivery.units), 0) FROM delivery WHERE delivery.assignment_id = share.id
             AND (delivery.delivered_at AT TIME ZONE 'Asia/Tokyo')::date <= share.due_on)) AS on_time_shares
       FROM share
       WHERE status = ANY($5) AND due_on > $3 AND due_on < $4
       GROUP BY facility_id
     ), answer AS (
       SELECT facility_id, count(*) AS offers, count(*) FILTER (WHERE answered_at IS NOT NULL) AS answered_offers
       FROM share
       WHERE (answered_at IS NOT NULL OR status = 'EXPIRED') AND (answer_by AT TIME ZONE 'Asia/Tokyo')::date > $3
       GROUP BY facility_id
     )
     SELECT facility.id AS facility_id,
       coalesce(inspected.inspections, 0) AS inspections,
       coalesce(inspected.inspected_units, 0)::bigint AS inspected_units,
       (coalesce(inspected.defect_units, 0) + coalesce(returned.defect_units, 0))::bigint AS defect_units,
       coalesce(due.due_shares, 0) AS due_shares,
       coalesce(due.on_time_shares, 0) AS on_time_shares,
       coalesce(answer.offers, 0) AS offers,
       coalesce(answer.answered_offers, 0) AS answered_offers
     FROM unnest($2::uuid[]) AS facility (id)
     LEFT JOIN inspected ON inspected.facility_id = facility.id
     LEFT JOIN returned ON returned.facility_id = facility.id
     LEFT JOIN due ON due.facility_id = facility.id
     LEFT JOIN answer ON answer.facility_id = facility.id`,
    [deskId, [...new Set(facilityIds)], from, today, DUE_STATES],
  );
  return new Map(rows.map((row) => [row.facility_id, qualityFrom(row, from)]));
}

function qualityFrom(row: QualityRow, from: LocalDate): Quality {
  return {
    facilityId: row.facility_id,
    from,
    inspections: row.inspections,
    inspectedUnits: row.inspected_units,
    defectUnits: row.defect_units,
    defectPermille: rate(row.defect_units, row.inspected_units, row.inspections),
    dueShares: row.due_shares,
    onTimeShares: row.on_time_shares,
    onTimePermille: rate(row.on_time_shares, row.due_shares, row.due_shares),
    offers: row.offers,
    answeredOffers: row.answered_offers,
    answeredPermille: rate(row.answered_offers, row.offers, row.offers),
  };
}

/** Units that were found wanting twice count twice, so a rate is capped at the whole. */
function rate(part: number, whole: number, facts: number): number | null {
  if (facts < MIN_FACTS || whole === 0) return null;
  return Math.min(1000, Math.round((part * 1000) / whole));
}
