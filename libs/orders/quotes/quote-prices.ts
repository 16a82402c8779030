import type { LocalDate } from '#yui/calendar';
import type { Pricing } from '#yui/directory';
import { type FeeTerms, invoiceTax, lineAmountYen, pricesAfterFee, type TaxCategory, type TaxRate } from '#yui/money';
import { checkEach, checkFields, checkWithin, MAX_UNIT_PRICE_SEN, MAX_YEN, requireInteger } from '#yui/platform';
import type { Step } from '../steps/step.entity.js';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { ContractType } from '../work-orders/work-order.entity.js';
import { quoteErrors } from '../work-orders/work-order.errors.js';
import { taxRateOfLine } from './line-tax.js';
import type { PricedCharge } from './quote-charges.js';

export interface QuotedPrice {
  readonly workOrderLineId: string;
  readonly unitPriceSen: number;
  /** What a facility gets for one unit of a line of one step; omitted: the usual. */
  readonly facilityUnitPriceSen?: number | null;
  /** For a line of several steps: what a facility gets for one unit of each. */
  readonly steps?: readonly PricedStep[] | null;
  /** How the line is taxed; omitted: as it is. */
  readonly taxCategory?: TaxCategory | null;
}

export interface PricedStep {
  readonly stepId: string;
  readonly facilityUnitPriceSen: number;
}

export interface PricedLine {
  readonly workOrderLineId: string;
  readonly unitPriceSen: number;
  readonly steps: readonly PricedStep[];
  readonly amountYen: number;
}

export type TaxedLine = Pick<WorkOrderLine, 'id' | 'position' | 'quantity' | 'dueOn' | 'taxCategory'>;

const SEN_PER_YEN = 100;

/** What the prices of a quote are made under. */
export interface PriceTerms {
  readonly contractType: ContractType;
  readonly fee: FeeTerms;
  /** Whether the buyer's prices include the tax; those of facilities never do. */
  readonly pricing: Pricing;
}

/**
 * Prices every line. What a facility gets is, unless the coordinator says otherwise, the whole price without tax for 仲介型
 * (it invoices the buyer itself) and the price without tax less the desk's fee, rounded down to the sen, for 契約型. How it
 * is divided over several steps only the coordinator can say.
 * @param stepsOf the steps of each line, by its id, in their order
 * @throws QUOTE.LINES_DIFFER, QUOTE.STEP_PRICES_DIFFER, QUOTE.FACILITY_PRICE_TOO_HIGH, QUOTE.FACILITY_AMOUNT_MISSING,
 * QUOTE.AMOUNT_TOO_LARGE, INPUT.NUMBER_OUT_OF_RANGE
 */
export function priceLines(
  lines: readonly TaxedLine[],
  stepsOf: ReadonlyMap<string, readonly Pick<Step, 'id'>[]>,
  prices: readonly QuotedPrice[],
  terms: PriceTerms,
): PricedLine[] {
  const priceOf = new Map(prices.map((price) => [price.workOrderLineId, price]));
  if (priceOf.size !== prices.length || priceOf.size !== lines.length) throw quoteErrors.LINES_DIFFER().at('lines');
  checkEach('lines', prices, checkPrice);
  const given = lines.map((line) => {
    const price = priceOf.get(line.id);
    if (!price) throw quoteErrors.LINES_DIFFER().at('lines');
    return price;
  });
  const netPrices = given.map((price, index) => netPriceSen(price.unitPriceSen, lines[index]!, terms.pricing));
  const afterFee = pricesAfterFee(
    terms.fee,
    lines.map((line, index) => ({ unitPriceSen: netPrices[index]!, quantity: line.quantity })),
  );
  return lines.map((line, index) => {
    const price = given[index]!;
    const { unitPriceSen } = price;
    const netPrice = netPrices[index]!;
    const usual = terms.contractType === 'BROKERED' ? netPrice : afterFee[index]!;
    const steps = checkWithin(`lines.${prices.indexOf(price)}`, () => {
      const priced = priceSteps(stepsOf.get(line.id) ?? [], price, usual);
      requireAmounts(line, priced);
      const facilityUnitPriceSen = priced.reduce((sum, step) => sum + step.facilityUnitPriceSen, 0);
      if (facilityUnitPriceSen <= netPrice || isGift(price, terms)) return priced;
      throw quoteErrors.FACILITY_PRICE_TOO_HIGH().at('facilityUnitPriceSen');
    });
    return {
      workOrderLineId: line.id,
      unitPriceSen,
      steps,
      amountYen: lineAmountYen(unitPriceSen, line.quantity, 'DOWN'),
    };
  });
}

/** @throws INPUT.NUMBER_OUT_OF_RANGE */
function checkPrice({ unitPriceSen, facilityUnitPriceSen, steps }: QuotedPrice): void {
  checkFields({
    unitPriceSen: () => requireInteger('unitPriceSen', unitPriceSen, 0, MAX_UNIT_PRICE_SEN),
    facilityUnitPriceSen: () =>
      requireInteger('facilityUnitPriceSen', facilityUnitPriceSen ?? 0, 0, MAX_UNIT_PRICE_SEN),
    steps: () =>
      checkEach('steps', steps ?? [], (step) =>
        requireInteger('facilityUnitPriceSen', step.facilityUnitPriceSen, 0, MAX_UNIT_PRICE_SEN),
      ),
  });
}

/** 契約型: the desk gives a line to the buyer and pays for its work itself. It says so by a price for facilities alone. */
function isGift({ unitPriceSen }: QuotedPrice, { contractType }: PriceTerms): boolean {
  return unitPriceSen === 0 && contractType === 'DESK_CONTRACT';
}

/** Nobody is asked to work for less than a yen, and no order can be sent without an amount: it is asked for here. */
function requireAmounts({ position, quantity }: TaxedLine, steps: readonly PricedStep[]): void {
  for (const { facilityUnitPriceSen } of steps) {
    if (lineAmountYen(facilityUnitPriceSen, quantity, 'DOWN') >= 1) continue;
    const leastYen = Math.ceil(SEN_PER_YEN / quantity) / SEN_PER_YEN;
    throw quoteErrors.FACILITY_AMOUNT_MISSING({ position, leastYen }).at('facilityUnitPriceSen');
  }
}

function netPriceSen(unitPriceSen: number, line: TaxedLine, pricing: Pricing): number {
  if (pricing === 'TAX_EXCLUSIVE') return unitPriceSen;
  const { percent } = taxRateOfLine(line);
  return Number((BigInt(unitPriceSen) * 100n) / BigInt(100 + percent));
}

function priceSteps(steps: readonly Pick<Step, 'id'>[], price: QuotedPrice, usualSen: number): PricedStep[] {
  const given = new Map((price.steps ?? []).map((step) => [step.stepId, step.facilityUnitPriceSen]));
  if (given.size !== (price.steps ?? []).length) throw quoteErrors.STEP_PRICES_DIFFER().at('steps');
  const [only] = steps;
  if (only && steps.length === 1 && given.size === 0) given.set(only.id, price.facilityUnitPriceSen ?? usualSen);
  if (given.size !== steps.length) throw quoteErrors.STEP_PRICES_DIFFER().at('steps');
  return steps.map(({ id }) => {
    const facilityUnitPriceSen = given.get(id);
    if (facilityUnitPriceSen === undefined) throw quoteErrors.STEP_PRICES_DIFFER().at('steps');
    return { stepId: id, facilityUnitPriceSen };
  });
}

/**
 * Tax on the whole, rounded once per rate.
 * @throws QUOTE.AMOUNT_TOO_LARGE, QUOTE.DISCOUNT_TOO_LARGE (lines of one rate may not come to less than nothing: what is
 * taken off the whole is divided over its rates, 国税庁「適格請求書等保存方式に関するQ&A」一括値引きがある場合)
 */
export function taxOf(
  lines: readonly TaxedLine[],
  priced: readonly PricedLine[],
  pricing: Pricing,
  charges: readonly Pick<PricedCharge, 'amountYen' | 'taxCategory'>[] = [],
): { amountYen: number; taxYen: number } {
  const amountOf = new Map(priced.map((line) => [line.workOrderLineId, line.amountYen]));
  const taxed = [
    ...lines.map((line) => ({ amountYen: amountOf.get(line.id) ?? 0, taxRate: taxRateOfLine(line) })),
    ...charges.map((charge) => ({ amountYen: charge.amountYen, taxRate: taxRateOfCharge(charge, lines) })),
  ];
  const wholeYen = taxed.reduce((sum, { amountYen }) => sum + BigInt(amountYen), 0n);
  if (wholeYen > MAX_YEN) throw quoteErrors.AMOUNT_TOO_LARGE({ most: MAX_YEN });
  const totals = invoiceTax(taxed, pricing, 'DOWN');
  if (totals.byRate.some(({ grossYen }) => grossYen < 0)) throw quoteErrors.DISCOUNT_TOO_LARGE().at('charges');
  return { amountYen: totals.netYen, taxYen: totals.taxYen };
}

/** A charge is taxed with the whole: on the day its last line is due. @param lines one at least */
export function taxRateOfCharge(
  { taxCategory }: Pick<PricedCharge, 'taxCategory'>,
  lines: readonly Pick<WorkOrderLine, 'dueOn'>[],
): TaxRate {
  const dueOn = lines.map((line) => line.dueOn).reduce((last, day) => (day > last ? day : last));
  return taxRateOfLine({ taxCategory, dueOn });
}

/** A quote stays valid until the end of its last day in Tokyo. */
export function endOfDay(date: LocalDate): Date {
  return new Date(`${date}T23:59:59.999+09:00`);
}
