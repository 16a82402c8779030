import type { Transaction } from '#yui/platform';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import { DeliveryPlace } from './delivery-place.entity.js';
import { placesAfter } from './divide-line.js';

/** Both sides agreed on another quantity or day of a line: its places follow. Needs the lock of the order. */
export async function amendPlaces(
  tx: Transaction,
  before: Pick<WorkOrderLine, 'dueOn'>,
  after: Pick<WorkOrderLine, 'id' | 'quantity' | 'dueOn'>,
): Promise<void> {
  const places = await tx.manager.findBy(DeliveryPlace, { workOrderLineId: after.id });
  const kept = new Map(placesAfter(places, before, after).map((amended) => [amended.place.id, amended]));
  for (const { id, quantity, dueOn } of places) {
    const amended = kept.get(id);
    if (!amended) await tx.manager.delete(DeliveryPlace, { id });
    else if (amended.quantity !== quantity || amended.dueOn !== dueOn) {
      await tx.manager.update(DeliveryPlace, { id }, { quantity: amended.quantity, dueOn: amended.dueOn });
    }
  }
}
