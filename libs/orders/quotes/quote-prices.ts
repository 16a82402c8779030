import type { LocalDate } from '#yui/calendar';
import { invoiceTax, lineAmountYen, taxRateOn } from '#yui/money';
import { MOST_UNIT_PRICE_SEN, requireInteger } from '#yui/platform';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { ContractType } from '../work-orders/work-order.entity.js';
import { quoteErrors } from '../work-orders/work-order.errors.js';

export interface QuotedPrice {
  readonly workOrderLineId: string;
  readonly unitPriceSen: number;
  readonly facilityUnitPriceSen?: number | null;
}

export interface PricedLine {
  readonly workOrderLineId: string;
  readonly unitPriceSen: number;
  readonly facilityUnitPriceSen: number;
  readonly amountYen: number;
}

/** Food is taxed at the reduced rate (軽減税率); all else a desk brokers is not. */
const REDUCED_RATE_CATEGORY = 'GOODS_FOOD';

/**
 * Prices every line. What a facility gets is, unless the coordinator says otherwise, the whole price for 仲介型 (it
 * invoices the buyer itself) and the price less the desk's fee, rounded down to the sen, for 契約型.
 * @throws QUOTE.LINES_DIFFER, QUOTE.FACILITY_PRICE_TOO_HIGH, INPUT.NUMBER_OUT_OF_RANGE
 */
export function priceLines(
  lines: readonly WorkOrderLine[],
  prices: readonly QuotedPrice[],
  contractType: ContractType,
  feeRatePermille: number,
): PricedLine[] {
  const priceOf = new Map(prices.map((price) => [price.workOrderLineId, price]));
  if (priceOf.size !== prices.length || priceOf.size !== lines.length) throw quoteErrors.LINES_DIFFER();
  return lines.map((line) => {
    const price = priceOf.get(line.id);
    if (!price) throw quoteErrors.LINES_DIFFER();
    const unitPriceSen = requireInteger('unitPriceSen', price.unitPriceSen, 0, MOST_UNIT_PRICE_SEN);
    const afterFee = Number((BigInt(unitPriceSen) * BigInt(1000 - feeRatePermille)) / 1000n);
    const usual = contractType === 'BROKERED' ? unitPriceSen : afterFee;
    const facilityUnitPriceSen = requireInteger(
      'facilityUnitPriceSen',
      price.facilityUnitPriceSen ?? usual,
      0,
      MOST_UNIT_PRICE_SEN,
    );
    if (facilityUnitPriceSen > unitPriceSen) throw quoteErrors.FACILITY_PRICE_TOO_HIGH();
    return {
      workOrderLineId: line.id,
      unitPriceSen,
      facilityUnitPriceSen,
      amountYen: lineAmountYen(unitPriceSen, line.quantity, 'DOWN'),
    };
  });
}

/** Tax on the whole, rounded once per rate; the rate is that of the day the work is due. */
export function taxOf(
  lines: readonly (Pick<WorkOrderLine, 'id' | 'dueOn'> & { categoryCode: string })[],
  priced: readonly PricedLine[],
): { amountYen: number; taxYen: number } {
  const amountOf = new Map(priced.map((line) => [line.workOrderLineId, line.amountYen]));
  const totals = invoiceTax(
    lines.map((line) => ({
      amountYen: amountOf.get(line.id) ?? 0,
      taxRate: taxRateOn(line.categoryCode === REDUCED_RATE_CATEGORY ? 'REDUCED' : 'STANDARD', line.dueOn),
    })),
    'TAX_EXCLUSIVE',
    'DOWN',
  );
  return { amountYen: totals.netYen, taxYen: totals.taxYen };
}

/** A quote stays valid until the end of its last day in Tokyo. */
export function endOfDay(date: LocalDate): Date {
  return new Date(`${date}T23:59:59.999+09:00`);
}
