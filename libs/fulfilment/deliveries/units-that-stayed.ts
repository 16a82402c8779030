import type { Delivery } from './delivery.entity.js';
import type { Inspection } from './inspection.entity.js';
import type { ReturnedWork } from './returned-work.entity.js';

/**
 * Units of each delivery of one assignment that were found good and stayed so, or wait to be looked at. What the buyer did
 * not accept comes off again, from what was inspected last by then: made good, it is part of a later delivery.
 * @param deliveries of one assignment, oldest first
 * @returns units by the id of the delivery
 */
export function unitsThatStayed(
  deliveries: readonly Pick<Delivery, 'id' | 'units'>[],
  inspectionOf: ReadonlyMap<string, Pick<Inspection, 'acceptedUnits' | 'inspectedAt'>>,
  returns: readonly Pick<ReturnedWork, 'units' | 'returnedAt'>[],
): ReadonlyMap<string, number> {
  const stayed = new Map(deliveries.map(({ id, units }) => [id, inspectionOf.get(id)?.acceptedUnits ?? units]));
  const newestFirst = [...deliveries].reverse();
  for (const { units, returnedAt } of [...returns].sort((a, b) => a.returnedAt.getTime() - b.returnedAt.getTime())) {
    let left = units;
    for (const { id } of newestFirst) {
      const inspection = inspectionOf.get(id);
      if (!inspection || inspection.inspectedAt > returnedAt) continue;
      const taken = Math.min(left, stayed.get(id) ?? 0);
      stayed.set(id, (stayed.get(id) ?? 0) - taken);
      left -= taken;
    }
  }
  return stayed;
}
