import type { LocalDate } from '#yui/calendar';
import { apportion } from '#yui/money';
import { groupBy } from '#yui/platform';
import type { PriceBasis } from './standing-order.entity.js';
import { standingOrderErrors } from './standing-order.errors.js';

const SEN_PER_YEN = 100;

interface DateToPrice {
  readonly plannedOn: LocalDate;
  readonly quantity: number;
}

/**
 * The unit price of each occurrence, in sen, from what was agreed: for one unit, for one occurrence, or for all that the
 * rhythm gives in one month, which share it equally to the yen, the earlier ones first. What people skip later takes its part along.
 * @param priceSen whole yen where it is not for one unit
 * @param field of the input, for what is refused
 * @throws STANDING_ORDER.PRICE_NOT_DIVISIBLE where a price cannot be written as so many units at a price each
 */
export function occurrencePrices(
  basis: PriceBasis,
  priceSen: number,
  dates: readonly DateToPrice[],
  field: 'priceSen' | 'facilityPriceSen' = 'priceSen',
): number[] {
  if (basis === 'PER_UNIT') return dates.map(() => priceSen);
  const amounts = basis === 'PER_OCCURRENCE' ? dates.map(() => priceSen) : monthlyParts(priceSen, dates, field);
  return dates.map(({ quantity }, index) => {
    const sen = amounts[index] ?? 0;
    if (sen % quantity !== 0) throw notDivisible(quantity, field);
    return sen / quantity;
  });
}

function monthlyParts(priceSen: number, dates: readonly DateToPrice[], field: string): number[] {
  const months = groupBy(dates, ({ plannedOn }) => plannedOn.slice(0, 7));
  const parts = new Map<DateToPrice, number>();
  for (const own of months.values()) {
    // In multiples that divide into a unit price for every occurrence of the month.
    const step = own.map(({ quantity }) => stepYen(quantity)).reduce((one, other) => (one * other) / gcd(one, other));
    const yen = priceSen / SEN_PER_YEN;
    if (!Number.isInteger(yen) || yen % step !== 0)
      throw notDivisible(Math.max(...own.map(({ quantity }) => quantity)), field);
    apportion(
      yen / step,
      own.map(() => 1),
    ).forEach((part, index) => parts.set(own[index]!, part * step * SEN_PER_YEN));
  }
  return dates.map((date) => parts.get(date) ?? 0);
}

/** The least amount in yen of which any multiple is a price for so many units, in whole sen each. */
const stepYen = (quantity: number): number => quantity / gcd(quantity, SEN_PER_YEN);

const gcd = (one: number, other: number): number => (other === 0 ? one : gcd(other, one % other));

const notDivisible = (quantity: number, field: string) =>
  standingOrderErrors.PRICE_NOT_DIVISIBLE({ quantity, step: stepYen(quantity) }).at(field);
