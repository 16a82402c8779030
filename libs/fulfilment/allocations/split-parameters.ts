import type { Desk, SplitPrices } from '#yui/directory';
import type { FairnessRule, Measure } from '#yui/matching';
import type { SplitOverrides } from './split-options.js';

/** How one split is made: the settings of the desk, with what the coordinator set differently this time. */
export interface SplitParameters {
  readonly rule: FairnessRule;
  readonly measure: Measure;
  /** null: no limit. */
  readonly maxFacilities: number | null;
  readonly priceTolerancePermille: number;
  readonly prices: SplitPrices;
  /** Municipalities; empty: everywhere. */
  readonly regions: readonly string[];
  /** null: every quality. */
  readonly maxDefectPermille: number | null;
}

/** @param unitPricesSen what facilities would get for one unit; work without a price cannot be levelled in yen */
export function splitParameters(
  desk: Desk,
  overrides: SplitOverrides,
  unitPricesSen: readonly number[],
): SplitParameters {
  return {
    rule: overrides.rule ?? desk.splitRule,
    measure: unitPricesSen.includes(0) ? 'MINUTES' : (overrides.measure ?? desk.splitMeasure),
    maxFacilities: overrides.maxFacilities === undefined ? desk.splitMaxFacilities : overrides.maxFacilities,
    priceTolerancePermille: overrides.priceTolerancePermille ?? desk.splitPriceTolerancePermille,
    prices: overrides.prices ?? desk.splitPrices,
    regions: overrides.regions ?? desk.splitRegions,
    maxDefectPermille:
      overrides.maxDefectPermille === undefined ? desk.splitMaxDefectPermille : overrides.maxDefectPermille,
  };
}
