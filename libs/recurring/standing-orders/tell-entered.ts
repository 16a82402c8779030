import { type EnteredCommand, keepEntered, type Transaction } from '#yui/platform';
import { emitStandingEvent } from './standing-order.events.js';

/** The party learns of what the desk entered for it about a standing order; of a call-off it learns with the order. */
async function tellEntered(tx: Transaction, { actor }: EnteredCommand, result: object): Promise<void> {
  const { standingOrderId, workOrderId } = result as { standingOrderId?: string; workOrderId?: string };
  if (standingOrderId === undefined || workOrderId !== undefined) return;
  const { id: enteredForId, desk } = actor.entering;
  await emitStandingEvent(tx, desk.organisationId, 'standing-order.entered-for', { standingOrderId, enteredForId });
}

keepEntered.fill(tellEntered);
