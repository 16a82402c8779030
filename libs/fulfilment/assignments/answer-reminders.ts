import { addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import { WorkOrder } from '#yui/orders';

/** Working days a facility has to answer before it is reminded, and then before its desk is told. */
const WORKING_DAYS_TO_ANSWER = 2;
const WORKING_DAYS_AFTER_REMINDER = 1;
const MAX_ORDERS = 20;

/** When a facility that is asked something now is reminded of it. */
export function firstReminderOn(tx: Transaction): LocalDate {
  return addWorkingDays(todayInTokyo(tx.now), WORKING_DAYS_TO_ANSWER);
}

/** What comes of a day of reminding: first the facility is reminded, and then the desk is told that it does not answer. */
export function nextReminder(
  tx: Transaction,
  remindedOn: LocalDate | null,
): { readonly to: 'FACILITY' | 'DESK'; readonly remindOn: LocalDate | null; readonly remindedOn: LocalDate } {
  const today = todayInTokyo(tx.now);
  if (remindedOn !== null) return { to: 'DESK', remindOn: null, remindedOn };
  return { to: 'FACILITY', remindOn: addWorkingDays(today, WORKING_DAYS_AFTER_REMINDER), remindedOn: today };
}

/**
 * Locks orders with something a facility has not answered. Orders somebody is working on are left for the next round.
 * @param isDue SQL about `work_order`, with `:today`
 */
export async function lockOrdersToRemind(tx: Transaction, isDue: string): Promise<WorkOrder[]> {
  return tx.manager
    .createQueryBuilder(WorkOrder, 'work_order')
    .where(isDue, { today: todayInTokyo(tx.now) })
    .orderBy('work_order.id')
    .limit(MAX_ORDERS)
    .setLock('pessimistic_write', undefined, ['work_order'])
    .setOnLocked('skip_locked')
    .getMany();
}
