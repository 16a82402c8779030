import type { DeliveryPlace, WorkOrderLine } from '#yui/orders';
import type { PaperDelivery } from '#yui/papers';
import { type OrderSheet, unitOf, workName } from './order-sheet.js';

/**
 * What goes where and by when, line by line; nothing where all of it goes to one place on one day, which the terms say.
 * @param lines of the order; omitted: all
 */
export function deliveryRows(sheet: OrderSheet, lines: readonly WorkOrderLine[] = sheet.lines): PaperDelivery[] {
  const places = lines.flatMap((line) => placesOf(sheet, line));
  const days = new Set(lines.map(({ dueOn }) => dueOn));
  if (places.length === 0 && days.size < 2) return [];
  return lines.flatMap((line): PaperDelivery[] => {
    const about = { name: workName(sheet, line.workTypeCode), unit: unitOf(sheet, line.workTypeCode) };
    return divideLine(sheet, line, line.quantity).map(({ place, units }) => ({
      ...about,
      place: place && placeName(sheet, place),
      address: place?.address || null,
      units,
      deliverOn: place && place.dueOn < line.dueOn ? place.dueOn : line.dueOn,
    }));
  });
}

/**
 * Units of a line by place. An amendment may have changed the line since its places were stated, or less was done than was
 * ordered: the earlier places are served first, and what is over goes where the order says (null). Nothing is lost or doubled.
 */
export function divideLine(
  sheet: Pick<OrderSheet, 'places'>,
  line: Pick<WorkOrderLine, 'id'>,
  units: number,
): { readonly place: DeliveryPlace | null; readonly units: number }[] {
  const parts: { place: DeliveryPlace | null; units: number }[] = [];
  let left = units;
  for (const place of placesOf(sheet, line)) {
    const taken = Math.min(left, place.quantity);
    if (taken > 0) parts.push({ place, units: taken });
    left -= taken;
  }
  return left > 0 ? [...parts, { place: null, units: left }] : parts;
}

/** Of a line, the earliest first. */
function placesOf({ places }: Pick<OrderSheet, 'places'>, { id }: Pick<WorkOrderLine, 'id'>): DeliveryPlace[] {
  return places
    .filter(({ workOrderLineId }) => workOrderLineId === id)
    .sort((a, b) => (a.dueOn === b.dueOn ? a.position - b.position : a.dueOn < b.dueOn ? -1 : 1));
}

/** With the department it is for. */
export function placeName({ departmentNames }: OrderSheet, { departmentId, name }: DeliveryPlace): string {
  const department = departmentId === null ? undefined : departmentNames.get(departmentId);
  return department === undefined || name.includes(department) ? name : `${department}　${name}`;
}
