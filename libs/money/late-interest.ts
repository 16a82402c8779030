import { divideRounded } from './rounding.js';
import { type Yen, toBigInt, toYen } from './yen.js';

/** 年14.6 % (中小受託取引適正化法 第6条, 同法施行規則; unchanged since 1970), in thousandths. */
const RATE_PERMILLE = 146n;
const DAYS_OF_YEAR = 365n;

/** Interest on a payment to a subcontractor that is late by so many days, rounded down. 0 for a day or more to spare. */
export function lateInterestYen(amountYen: Yen, daysLate: number): Yen {
  if (daysLate <= 0 || amountYen <= 0) return 0;
  return toYen(divideRounded(toBigInt(amountYen) * toBigInt(daysLate) * RATE_PERMILLE, 1000n * DAYS_OF_YEAR, 'DOWN'));
}
