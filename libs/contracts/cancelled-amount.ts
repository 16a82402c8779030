import { lineAmountYen } from '#yui/money';

/** Good units of one step of a line, with what a facility gets for one. */
export interface StepWork {
  readonly acceptedUnits: number;
  readonly facilityUnitPriceSen: number;
}

/**
 * What a buyer owes for a line of an order that was cancelled half-way, in yen without tax. A unit that has passed all
 * steps costs its price; one that has passed some costs what those steps cost.
 * @param steps in their order
 */
export function cancelledLineYen(unitPriceSen: number, steps: readonly StepWork[]): number {
  let yen = 0;
  let costSen = 0;
  for (const [index, step] of steps.entries()) {
    costSen += step.facilityUnitPriceSen;
    const next = steps[index + 1];
    if (!next) yen += lineAmountYen(unitPriceSen, step.acceptedUnits, 'DOWN');
    else yen += lineAmountYen(costSen, Math.max(0, step.acceptedUnits - next.acceptedUnits), 'DOWN');
  }
  return yen;
}
