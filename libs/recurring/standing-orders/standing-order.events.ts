import type { LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';

/** What happens to work that comes again, with the ids each event carries. */
export interface StandingOrderEvents {
  'standing-order.proposed': { standingOrderId: string };
  'standing-order.agreed': { standingOrderId: string };
  'standing-order.refused': { standingOrderId: string };
  'standing-order.withdrawn': { standingOrderId: string };
  'standing-order.ended': { standingOrderId: string };
  /** A desk entered something for the buyer or a facility (代理入力). */
  'standing-order.entered-for': { standingOrderId: string; enteredForId: string };
  /** The buyer accepted what was delivered of a month; `month` is its first day. */
  'standing-order.month-accepted': { standingOrderId: string; month: LocalDate };
  /** Dates wait for the answer of this facility. */
  'occurrence-shares.offered': { standingOrderId: string; facilityId: string };
  /** The facility said yes or no to the dates it was asked about. */
  'occurrence-shares.answered': { standingOrderId: string; facilityId: string; answer: 'YES' | 'NO' };
  /** Dates the facility knew of are not its own any more. */
  'occurrence-shares.withdrawn': { standingOrderId: string; facilityId: string; reason: string };
  /** An occurrence became an order, and not every unit of it is bound. */
  'occurrence.open': { standingOrderId: string; occurrenceId: string };
  'occurrence.called-off': { standingOrderId: string; occurrenceId: string };
}
export type StandingOrderEventName = keyof StandingOrderEvents;

/** Tells the rest of the product; the types keep name and ids together. */
export async function emitStandingEvent<Name extends StandingOrderEventName>(
  tx: Transaction,
  deskId: string,
  name: Name,
  payload: StandingOrderEvents[Name],
): Promise<void> {
  await tx.emit(name, deskId, payload);
}
