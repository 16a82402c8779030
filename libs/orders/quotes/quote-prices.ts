import type { LocalDate } from '#yui/calendar';
import { invoiceTax, lineAmountYen, taxRateOn } from '#yui/money';
import { MOST_UNIT_PRICE_SEN, requireInteger } from '#yui/platform';
import type { Step } from '../steps/step.entity.js';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { ContractType } from '../work-orders/work-order.entity.js';
import { quoteErrors } from '../work-orders/work-order.errors.js';

export interface QuotedPrice {
  readonly workOrderLineId: string;
  readonly unitPriceSen: number;
  /** What a facility gets for one unit of a line of one step; left out: the usual. */
  readonly facilityUnitPriceSen?: number | null;
  /** For a line of several steps: what a facility gets for one unit of each. */
  readonly steps?: readonly PricedStep[] | null;
}

export interface PricedStep {
  readonly stepId: string;
  readonly facilityUnitPriceSen: number;
}

export interface PricedLine {
  readonly workOrderLineId: string;
  readonly unitPriceSen: number;
  /** All steps together. */
  readonly facilityUnitPriceSen: number;
  readonly steps: readonly PricedStep[];
  readonly amountYen: number;
}

/** Food is taxed at the reduced rate (軽減税率); all else a desk brokers is not. */
const REDUCED_RATE_CATEGORY = 'GOODS_FOOD';

/**
 * Prices every line. What a facility gets is, unless the coordinator says otherwise, the whole price for 仲介型 (it
 * invoices the buyer itself) and the price less the desk's fee, rounded down to the sen, for 契約型. How it is divided over
 * several steps only the coordinator can say.
 * @param stepsOf the steps of each line, by its id, in their order
 * @throws QUOTE.LINES_DIFFER, QUOTE.STEP_PRICES_DIFFER, QUOTE.FACILITY_PRICE_TOO_HIGH, INPUT.NUMBER_OUT_OF_RANGE
 */
export function priceLines(
  lines: readonly WorkOrderLine[],
  stepsOf: ReadonlyMap<string, readonly Step[]>,
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
    const steps = priceSteps(stepsOf.get(line.id) ?? [], price, usual);
    const facilityUnitPriceSen = steps.reduce((sum, step) => sum + step.facilityUnitPriceSen, 0);
    if (facilityUnitPriceSen > unitPriceSen) throw quoteErrors.FACILITY_PRICE_TOO_HIGH();
    return {
      workOrderLineId: line.id,
      unitPriceSen,
      facilityUnitPriceSen,
      steps,
      amountYen: lineAmountYen(unitPriceSen, line.quantity, 'DOWN'),
    };
  });
}

function priceSteps(steps: readonly Step[], price: QuotedPrice, usualSen: number): PricedStep[] {
  const given = new Map((price.steps ?? []).map((step) => [step.stepId, step.facilityUnitPriceSen]));
  if (given.size !== (price.steps ?? []).length) throw quoteErrors.STEP_PRICES_DIFFER();
  const [only] = steps;
  if (only && steps.length === 1 && given.size === 0) given.set(only.id, price.facilityUnitPriceSen ?? usualSen);
  if (given.size !== steps.length) throw quoteErrors.STEP_PRICES_DIFFER();
  return steps.map(({ id }) => {
    const priceSen = given.get(id);
    if (priceSen === undefined) throw quoteErrors.STEP_PRICES_DIFFER();
    return {
      stepId: id,
      facilityUnitPriceSen: requireInteger('facilityUnitPriceSen', priceSen, 0, MOST_UNIT_PRICE_SEN),
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
