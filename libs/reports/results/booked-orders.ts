const YEAR = `extract(year FROM (booked_at AT TIME ZONE 'Asia/Tokyo') - interval '3 months')::integer`;
const END = `(($3::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')`;
const isWithin = (at: string) => `${at} >= ($2::date::timestamp AT TIME ZONE 'Asia/Tokyo') AND ${at} < ${END}`;
const IS_SALE = `status IN ('FULFILLED', 'SETTLED') AND side IN ('BUYER_DESK', 'BUYER_FACILITY')`;

/**
 * SQL: the orders of desks ($1) that were booked from a day ($2) to another ($3), by year and contract type: `work_order_id`,
 * `fiscal_year`, `type`, `booked_at`, `is_counted`, `facility_ids`, `sales_yen`.
 *
 * Booked is what the buyer accepted, on that day; 斡旋型: the contract, when it was reported. An order of which parts were
 * accepted in two years has sales in both, and counts as an order, with its facilities, in the last of them.
 */
export const BOOKED_ORDERS = `
  WITH sale AS (
    SELECT work_order_id, type, fulfilled_at AS booked_at, fulfilled_yen AS sales_yen
    FROM contract
    WHERE desk_id = ANY($1) AND ${IS_SALE} AND ${isWithin('fulfilled_at')}
    UNION ALL
    SELECT work_order_id, type, concluded_at, amount_yen
    FROM contract
    WHERE desk_id = ANY($1) AND status = 'CONCLUDED' AND type = 'REFERRAL' AND ${isWithin('concluded_at')}
  ), of_year AS (
    SELECT work_order_id, type, ${YEAR} AS fiscal_year, max(booked_at) AS booked_at, sum(sales_yen)::bigint AS sales_yen
    FROM sale GROUP BY 1, 2, 3
  ), booked AS (
    SELECT *, fiscal_year = max(fiscal_year) OVER (PARTITION BY work_order_id) AND NOT EXISTS (
      SELECT 1 FROM contract later
      WHERE later.work_order_id = of_year.work_order_id AND ${IS_SALE} AND later.fulfilled_at >= ${END}) AS is_counted
    FROM of_year
  ), worked AS (
    SELECT assignment.work_order_id, assignment.facility_id
    FROM booked JOIN assignment ON assignment.work_order_id = booked.work_order_id
    WHERE EXISTS (SELECT 1 FROM delivery JOIN inspection ON inspection.delivery_id = delivery.id
                  WHERE delivery.assignment_id = assignment.id AND inspection.accepted_units > 0)
    UNION
    SELECT contract.work_order_id, contract.facility_id
    FROM booked JOIN contract ON contract.work_order_id = booked.work_order_id
    WHERE contract.type = 'REFERRAL'
  ), taking_part AS (SELECT work_order_id, array_agg(facility_id) AS facility_ids FROM worked GROUP BY work_order_id)
  SELECT booked.work_order_id, fiscal_year, type, booked_at, is_counted, coalesce(facility_ids, '{}') AS facility_ids, sales_yen
  FROM booked LEFT JOIN taking_part USING (work_order_id)`;
