import { WorkType } from '#yui/directory';
import type { TaxCategory } from '#yui/money';
import type { Transaction } from '#yui/platform';
import type { AgreedTerms } from '../work-orders/agreed-terms.js';
import type { ContractType } from '../work-orders/work-order.entity.js';
import { feeTermsOf } from './freeze-terms.js';
import { priceLines, type TaxedLine, taxOf } from './quote-prices.js';

/** Work between a desk and a buyer at a price that is agreed before there is an order for it. */
export interface AgreedWork extends Pick<TaxedLine, 'id' | 'quantity' | 'dueOn'> {
  readonly unitPriceSen: number;
  /** What a facility gets for one unit; null: the usual. */
  readonly facilityUnitPriceSen: number | null;
}

export interface AgreedPrice {
  readonly unitPriceSen: number;
  readonly facilityUnitPriceSen: number;
  readonly amountYen: number;
  readonly taxYen: number;
  /** Of the line, as the price says it: with the tax or without. */
  readonly lineYen: number;
}

/**
 * Prices each of these as an order of its own, by the fee and the terms that were agreed, as a quote would.
 * @throws what `priceLines` and `taxOf` throw
 */
export async function priceAgreed(
  tx: Transaction,
  { contractType, workTypeCode }: { readonly contractType: ContractType; readonly workTypeCode: string },
  terms: AgreedTerms,
  works: readonly AgreedWork[],
): Promise<{ taxCategory: TaxCategory; prices: ReadonlyMap<string, AgreedPrice> }> {
  const { taxCategory } = await tx.get(WorkType, { code: workTypeCode });
  const { pricing } = terms;
  const fee = feeTermsOf(terms);
  const prices = works.map((work): [string, AgreedPrice] => {
    const line = { id: work.id, position: 1, quantity: work.quantity, dueOn: work.dueOn, taxCategory };
    const { unitPriceSen, facilityUnitPriceSen } = work;
    const quoted = { workOrderLineId: work.id, unitPriceSen, facilityUnitPriceSen };
    const priced = priceLines([line], new Map([[work.id, [{ id: work.id }]]]), [quoted], {
      contractType,
      fee,
      pricing,
    });
    const [{ amountYen: lineYen, steps }] = priced as [(typeof priced)[number]];
    return [
      work.id,
      {
        unitPriceSen,
        facilityUnitPriceSen: steps[0]!.facilityUnitPriceSen,
        lineYen,
        ...taxOf([line], priced, pricing),
      },
    ];
  });
  return { taxCategory, prices: new Map(prices) };
}
