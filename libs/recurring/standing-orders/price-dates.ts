import { datesOf, type LocalDate, type RhythmDate } from '#yui/calendar';
import { type AgreedTerms, priceAgreed } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import { occurrencePrices } from './occurrence-prices.js';
import type { StandingOrderSite } from './standing-order-site.entity.js';
import type { StandingOrder } from './standing-order.entity.js';

type Site = Pick<StandingOrderSite, 'name' | 'position' | 'quantity'>;

/** A date at one site, with what was agreed for one unit of it. */
export interface PricedDate extends RhythmDate {
  readonly site: Site;
  readonly quantity: number;
  readonly unitPriceSen: number;
  /** What a facility gets; null: the usual. */
  readonly facilityUnitPriceSen: number | null;
}

type Dated = Pick<StandingOrder, 'rhythm' | 'fromOn' | 'toOn' | 'holidayRule' | 'priceBasis' | 'priceSen'>;

/**
 * All dates of the period at all sites, priced.
 * @throws STANDING_ORDER.PRICE_NOT_DIVISIBLE
 */
export function priceDates(standing: Dated, sites: readonly Site[], facilityPriceSen: number | null): PricedDate[] {
  const { rhythm, fromOn, toOn, holidayRule, priceBasis, priceSen } = standing;
  const dates = datesOf(rhythm, { from: fromOn, to: toOn }, holidayRule).flatMap((date) =>
    sites.map((site) => ({ ...date, site, quantity: site.quantity })),
  );
  const prices = occurrencePrices(priceBasis, priceSen, dates, 'priceSen');
  const facilityPrices =
    facilityPriceSen === null ? null : occurrencePrices(priceBasis, facilityPriceSen, dates, 'facilityPriceSen');
  return dates.map((date, index) => ({
    ...date,
    unitPriceSen: prices[index]!,
    facilityUnitPriceSen: facilityPrices?.[index] ?? null,
  }));
}

/**
 * Whether every date can become an order at this price, under these terms: what could not is refused while it is proposed,
 * and not when the buyer has agreed.
 * @throws STANDING_ORDER.PRICE_NOT_DIVISIBLE, QUOTE.*, INPUT.NUMBER_OUT_OF_RANGE
 */
export async function requirePriceable(
  tx: Transaction,
  standing: Dated & Pick<StandingOrder, 'contractType' | 'workTypeCode' | 'ceilingUnits'>,
  terms: AgreedTerms,
  sites: readonly Site[],
  facilityPriceSen: number | null,
): Promise<void> {
  const { ceilingUnits, priceSen: unitPriceSen, toOn } = standing;
  const works: { quantity: number; dueOn: LocalDate; unitPriceSen: number; facilityUnitPriceSen: number | null }[] =
    ceilingUnits === null
      ? priceDates(standing, sites, facilityPriceSen)
      : [{ quantity: ceilingUnits, dueOn: toOn, unitPriceSen, facilityUnitPriceSen: facilityPriceSen }];
  await priceAgreed(
    tx,
    standing,
    terms,
    works.map((work, index) => ({ ...work, id: String(index) })),
  );
}
