import type { LocalDate } from '#yui/calendar';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { DeliveryPlace } from './delivery-place.entity.js';

/**
 * Units of a line by place. An amendment may have changed the line since its places were stated, or less was done than was
 * ordered: the earlier places are served first, and what is over goes where the order says (null). Nothing is lost or doubled.
 */
export function divideLine(
  places: readonly DeliveryPlace[],
  line: Pick<WorkOrderLine, 'id'>,
  units: number,
): { readonly place: DeliveryPlace | null; readonly units: number }[] {
  const parts: { place: DeliveryPlace | null; units: number }[] = [];
  let left = units;
  for (const place of placesOfLine(places, line)) {
    const taken = Math.min(left, place.quantity);
    if (taken > 0) parts.push({ place, units: taken });
    left -= taken;
  }
  return left > 0 ? [...parts, { place: null, units: left }] : parts;
}

/** Of a line, the earliest first. */
export function placesOfLine(places: readonly DeliveryPlace[], { id }: Pick<WorkOrderLine, 'id'>): DeliveryPlace[] {
  return places
    .filter(({ workOrderLineId }) => workOrderLineId === id)
    .sort((a, b) => (a.dueOn === b.dueOn ? a.position - b.position : a.dueOn < b.dueOn ? -1 : 1));
}

type Due = Pick<WorkOrderLine, 'id' | 'quantity' | 'dueOn'>;

/**
 * The places of a line that has become another one, of those it had: none is given more than is left of the line, and none is
 * due after it. What was due with the line stays so. What is over goes where the order says.
 */
export function placesAfter(
  places: readonly DeliveryPlace[],
  before: Pick<Due, 'dueOn'>,
  after: Due,
): { readonly place: DeliveryPlace; readonly quantity: number; readonly dueOn: LocalDate }[] {
  return divideLine(places, after, after.quantity).flatMap(({ place, units }) => {
    if (place === null) return [];
    const isDueWithLine = place.dueOn >= before.dueOn || place.dueOn > after.dueOn;
    return [{ place, quantity: units, dueOn: isDueWithLine ? after.dueOn : place.dueOn }];
  });
}
