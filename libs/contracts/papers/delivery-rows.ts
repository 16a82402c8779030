import { type DeliveryPlace, divideLine, placesOfLine } from '#yui/orders';
import type { PaperDelivery } from '#yui/papers';
import { type OrderSheet, unitOf, workName } from './order-sheet.js';

/** What goes where and by when, line by line; nothing where all of it goes to one place on one day, which the terms say. */
export function deliveryRows(sheet: OrderSheet): PaperDelivery[] {
  const { lines } = sheet;
  const places = lines.flatMap((line) => placesOfLine(sheet.places, line));
  const days = new Set(lines.map(({ dueOn }) => dueOn));
  if (places.length === 0 && days.size < 2) return [];
  return lines.flatMap((line): PaperDelivery[] => {
    const about = { name: workName(sheet, line.workTypeCode), unit: unitOf(sheet, line.workTypeCode) };
    return divideLine(sheet.places, line, line.quantity).map(({ place, units }) => ({
      ...about,
      place: place && placeName(sheet, place),
      address: place?.address || null,
      units,
      deliverOn: place && place.dueOn < line.dueOn ? place.dueOn : line.dueOn,
    }));
  });
}

/** The places of a line by name and address, each once. */
export function placeLines(sheet: OrderSheet, workOrderLineId: string): string[] {
  const lines = placesOfLine(sheet.places, { id: workOrderLineId }).map(
    (place) => `納入先：${[placeName(sheet, place), place.address].filter(Boolean).join('　')}`,
  );
  return [...new Set(lines)];
}

/** With the department it is for. */
export function placeName({ departmentNames }: OrderSheet, { departmentId, name }: DeliveryPlace): string {
  const department = departmentId === null ? undefined : departmentNames.get(departmentId);
  return department === undefined || name.includes(department) ? name : `${department}　${name}`;
}
