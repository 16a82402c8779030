import { type DeliveryPlace, divideLine, type WorkOrderLine } from '#yui/orders';
import type { OrderSheet } from './order-sheet.js';

/** What is handed over at one place: units of each line. */
export interface PlaceDelivery {
  /** null: of lines without places, and what is over where more was made. */
  readonly place: DeliveryPlace | null;
  readonly parts: readonly { readonly line: WorkOrderLine; readonly units: number }[];
}

/** What was done, by place, each place once however many lines go there. */
export function divideAmongPlaces(
  sheet: Pick<OrderSheet, 'lines' | 'places'>,
  unitsDone: (line: WorkOrderLine) => number,
): PlaceDelivery[] {
  const deliveries = new Map<
    string,
    { place: DeliveryPlace | null; parts: { line: WorkOrderLine; units: number }[] }
  >();
  for (const line of sheet.lines) {
    for (const { place, units } of divideLine(sheet.places, line, unitsDone(line))) {
      const key = place === null ? '' : JSON.stringify([place.departmentId, place.name, place.address]);
      const delivery = deliveries.get(key) ?? { place, parts: [] };
      deliveries.set(key, { ...delivery, parts: [...delivery.parts, { line, units }] });
    }
  }
  return [...deliveries.values()];
}
