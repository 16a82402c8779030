import { lineAmountYen, type TaxCategory } from '#yui/money';
import { checkEach, checkFields, MAX_UNIT_PRICE_SEN, MAX_UNITS, requireInteger, requireLine } from '#yui/platform';
import type { ContractType } from '../work-orders/work-order.entity.js';
import { quoteErrors } from '../work-orders/work-order.errors.js';
import type { ChargeKind, QuoteCharge } from './quote-charge.entity.js';

const MAX_CHARGES = 20;

/** One line of a quote that is no work. */
export interface ChargeContent {
  readonly kind: ChargeKind;
  readonly name: string;
  /** Omitted: 1. */
  readonly quantity?: number | null;
  /** Omitted: 式. */
  readonly unit?: string | null;
  /** In sen, from 0 up; what a discount takes off is stated as a positive price and stored as a negative one. */
  readonly unitPriceSen: number;
  /** Omitted: the standard rate. */
  readonly taxCategory?: TaxCategory | null;
}

export type PricedCharge = Omit<QuoteCharge, 'quoteId'>;

/**
 * Checks and prices charges; a fraction of a yen is rounded down, of a discount towards 0.
 * @param newId gives a charge its id
 * @throws QUOTE.TOO_MANY_CHARGES, QUOTE.CHARGES_OF_DESK_ONLY, QUOTE.DISCOUNT_OF_NOTHING, INPUT.*
 */
export function priceCharges(
  charges: readonly ChargeContent[],
  contractType: ContractType,
  newId: () => string,
): PricedCharge[] {
  if (charges.length === 0) return [];
  if (contractType !== 'DESK_CONTRACT') throw quoteErrors.CHARGES_OF_DESK_ONLY().at('charges');
  if (charges.length > MAX_CHARGES) throw quoteErrors.TOO_MANY_CHARGES({ most: MAX_CHARGES }).at('charges');
  const checked = checkEach('charges', charges, (charge) => ({
    kind: charge.kind,
    taxCategory: charge.taxCategory ?? ('STANDARD' as const),
    ...checkFields({
      name: () => requireLine('name', charge.name, 100),
      unit: () => requireLine('unit', charge.unit ?? '式', 20),
      quantity: () => requireInteger('quantity', charge.quantity ?? 1, 1, MAX_UNITS),
      unitPriceSen: () => requirePrice(charge),
    }),
  }));
  return checked.map((charge, index) => {
    const sign = charge.kind === 'DISCOUNT' ? -1 : 1;
    const amountYen = sign * lineAmountYen(charge.unitPriceSen, charge.quantity, 'DOWN');
    return { ...charge, id: newId(), position: index + 1, unitPriceSen: sign * charge.unitPriceSen, amountYen };
  });
}

function requirePrice({ kind, unitPriceSen }: ChargeContent): number {
  const price = requireInteger('unitPriceSen', unitPriceSen, 0, MAX_UNIT_PRICE_SEN);
  if (kind === 'DISCOUNT' && price === 0) throw quoteErrors.DISCOUNT_OF_NOTHING().at('unitPriceSen');
  return price;
}
