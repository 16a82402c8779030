import { beforeAmending } from '#yui/changes';
import { COMMITTED_STATES } from '#yui/fulfilment';
import { WorkOrderLine } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import { Occurrence } from './occurrence.entity.js';

/**
 * Units called off a unit-price contract, whose row is locked: what its orders have now, changes included; of one that was
 * cancelled, what was done of it.
 * @param exceptOrderId an order that is weighed apart
 */
export async function calledOffUnits(
  tx: Transaction,
  standingOrderId: string,
  exceptOrderId: string | null = null,
): Promise<number> {
  const [row] = await tx.manager.query<[{ units: number }]>(
    `SELECT coalesce(sum(CASE
         WHEN work_order.id IS NULL THEN CASE WHEN occurrence.status = 'SKIPPED' THEN 0 ELSE occurrence.quantity END
         WHEN work_order.status IN ('CANCELLING', 'CANCELLED') THEN (
           SELECT coalesce(sum(accepted_units - reduced_units), 0) FROM assignment
           WHERE assignment.work_order_id = work_order.id AND assignment.status = ANY ($3))
         ELSE (SELECT sum(quantity) FROM work_order_line line WHERE line.work_order_id = work_order.id)
       END), 0)::bigint AS units
     FROM occurrence LEFT JOIN work_order ON work_order.id = occurrence.work_order_id
     WHERE standing_order_id = $1 AND occurrence.work_order_id IS DISTINCT FROM $2`,
    [standingOrderId, exceptOrderId, [...COMMITTED_STATES]],
  );
  return row.units;
}

/** A change of an order that was called off stays within the ceiling, as the call-off did. */
async function requireWithinCeiling(
  tx: Transaction,
  workOrderId: string,
  quantities: ReadonlyMap<string, number | null | undefined>,
): Promise<void> {
  const occurrence = await tx.manager.findOneBy(Occurrence, { workOrderId });
  if (!occurrence) return;
  const { id, ceilingUnits } = await tx.lock(StandingOrder, { id: occurrence.standingOrderId });
  if (ceilingUnits === null) return;
  const lines = await tx.manager.findBy(WorkOrderLine, { workOrderId });
  const before = lines.reduce((sum, line) => sum + line.quantity, 0);
  const after = lines.reduce((sum, line) => sum + (quantities.get(line.id) ?? line.quantity), 0);
  const left = ceilingUnits - (await calledOffUnits(tx, id, workOrderId));
  if (after > before && after > left) throw occurrenceErrors.CEILING_EXCEEDED({ left: left - before }).at('lines');
}

beforeAmending.fill(requireWithinCeiling);
