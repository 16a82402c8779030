import { addDays, addWorkingDays, daysBetween, isWorkingDay, type LocalDate, parseLocalDate } from '#yui/calendar';
import type { DueDayRule } from './buyer-terms.entity.js';

/** Closing and payment, as businesses agree on them: 月末締め翌月末払い. */
export interface PaymentRule {
  readonly closingDay: number;
  readonly paymentMonths: number;
  readonly paymentDay: number;
  /** Omitted: a due day stays where it is. */
  readonly dueDayRule?: DueDayRule;
}

/** Payment within 60 days of receipt, the day of receipt counted as the first (中小受託取引適正化法 第3条第1項). */
const MAX_DAYS_AFTER_RECEIPT = 59;

/** Payment within 30 days of a valid claim (政府契約の支払遅延防止等に関する法律 第6条). */
const MAX_DAYS_AFTER_CLAIM = 30;

/** The last day of the month stands for every later one. */
function dayOfMonth(year: number, month: number, day: number): LocalDate {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const date = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)));
  return parseLocalDate(date.toISOString().slice(0, 10));
}

/** 締め日: the day until which what was done on this day is billed together with other things. */
export function closingDateOf(rule: PaymentRule, date: LocalDate): LocalDate {
  const [year, month] = date.split('-').map(Number) as [number, number];
  const thisMonth = dayOfMonth(year, month, rule.closingDay);
  return date <= thisMonth ? thisMonth : dayOfMonth(year, month + 1, rule.closingDay);
}

/** A day on which banks are open, as was agreed. */
function openDay(date: LocalDate, rule: DueDayRule = 'AS_IS'): LocalDate {
  if (rule === 'AS_IS' || isWorkingDay(date)) return date;
  return addWorkingDays(date, rule === 'BEFORE' ? -1 : 1);
}

/** When what was received or accepted on a day is paid under the rule, whatever any law says; never before it closes. */
export function paymentDateOf(rule: PaymentRule, date: LocalDate): LocalDate {
  const closing = closingDateOf(rule, date);
  const [year, month] = closing.split('-').map(Number) as [number, number];
  const payment = dayOfMonth(year, month + rule.paymentMonths, rule.paymentDay);
  return openDay(payment < closing ? closing : payment, rule.dueDayRule);
}

/** 月末締め翌月末払い, or another day of the month that closes and pays. */
const isOneTerm = ({ closingDay, paymentMonths, paymentDay }: PaymentRule): boolean =>
  closingDay === paymentDay && paymentMonths === 1;

/**
 * The last day on which a facility may be paid for work received on that day: the law does not wait for banks to open. The
 * law says sixty days, the day of receipt counted (中小受託取引適正化法 第3条第1項). Of a monthly closing the 公正取引委員会
 * reads them as two months, whether of 30 or of 31 days (受領後2か月以内; 講習会テキスト「支払遅延の禁止」): 月末締め翌月末払い
 * of what was delivered is no late payment, though July and August are 62 days. The reading is taken for exactly such a term,
 * which closes and pays on the same day of the month; every other one ends on the sixtieth day.
 */
export function latestPaymentOn(receivedOn: LocalDate, rule: PaymentRule): LocalDate {
  const sixtieth = addDays(receivedOn, MAX_DAYS_AFTER_RECEIPT);
  if (!isOneTerm(rule)) return sixtieth;
  const byRule = paymentDateOf(rule, receivedOn);
  return byRule > sixtieth ? byRule : sixtieth;
}

/**
 * When a facility is paid for work the desk received on a day: by the rule, but never later than the law allows, and
 * where banks are closed the working day before.
 */
export function facilityPaymentOn(rule: PaymentRule, receivedOn: LocalDate): LocalDate {
  const byRule = paymentDateOf(rule, receivedOn);
  const latest = latestPaymentOn(receivedOn, rule);
  const date = byRule < latest ? byRule : latest;
  return isWorkingDay(date) ? date : addWorkingDays(date, -1);
}

/**
 * When a government pays what it was billed for on a day. The law gives thirty days and not one more: a day on which banks
 * are closed is moved forward at most.
 */
export function governmentPaymentOn(claimedOn: LocalDate, dueDayRule: DueDayRule = 'AS_IS'): LocalDate {
  const latest = addDays(claimedOn, MAX_DAYS_AFTER_CLAIM);
  return dueDayRule === 'BEFORE' ? openDay(latest, 'BEFORE') : latest;
}

/** How long, at the worst, a facility waits under the rule: from the first day after a closing day, counted as the law counts. */
export function longestWaitDays(rule: PaymentRule): number {
  let longest = 0;
  // Every day of four years: months differ in length, and one year is a leap year.
  for (let day = parseLocalDate('2027-01-01'); day < '2031-01-01'; day = addDays(day, 1)) {
    longest = Math.max(longest, daysBetween(day, paymentDateOf(rule, day)) + 1);
  }
  return longest;
}
