import type { EntityManager } from 'typeorm';
import { accessErrors, organisationKindOf, type PersonActor } from '#yui/platform';
import { procuredRows } from '../procurement/procured-rows.js';
import { procurementQueryOf } from '../procurement/procurement.queries.js';
import { desksFor, jointRows } from '../results/joint-orders.queries.js';
import type { ClosedReport } from './closed-year.entity.js';

/**
 * SQL for what a report of a year counts now: `subject_id` (an order or a recorded result), `key`, `origin`, `label`, `orders`,
 * `facilities` and `yen`, one row for each subject and key.
 * @throws ACCESS.NOT_FOUND for who has no such report
 */
export async function presentRows(
  db: EntityManager,
  actor: PersonActor,
  report: ClosedReport,
  fiscalYear: number,
): Promise<{ readonly sql: string; readonly values: unknown[] }> {
  if (report === 'JOINT_ORDERS') return jointRows(db, await desksFor(db, actor, null), fiscalYear, fiscalYear);
  const years = { fromYear: fiscalYear, toYear: fiscalYear };
  const { sql, values } = procuredRows(
    await procurementQueryOf(db, actor, { ...years, by: 'CATEGORY', isPublicMoney: true }),
  );
  return {
    sql: `SELECT coalesce(work_order_id, id) AS subject_id, key, origin,
        min(CASE WHEN origin = 'ORDER' THEN number ELSE coalesce(nullif(title, ''), nullif(government, ''), facility_name) END) AS label,
        CASE WHEN origin = 'ORDER' THEN (count(counted_order_id) > 0)::integer::bigint
          ELSE sum(recorded_orders)::bigint END AS orders,
        0::bigint AS facilities, sum(yen)::bigint AS yen
      FROM (${sql}) AS procured GROUP BY 1, 2, 3`,
    values,
  };
}

/** @throws ACCESS.NOT_FOUND: a government brings no joint orders about */
export function requireReport(actor: PersonActor, report: ClosedReport): void {
  const kind = organisationKindOf(actor.role);
  if (kind === 'BUYER' ? report !== 'PROCUREMENT' : kind !== 'DESK' && kind !== 'PREFECTURE') {
    throw accessErrors.NOT_FOUND();
  }
}
