import type { LocalDate } from '#yui/calendar';
import type { WorkType } from '#yui/directory';
import { type TaxCategory, type TaxRate, taxRateOn } from '#yui/money';
import type { Step } from '../steps/step.entity.js';
import type { WorkOrderLine } from '../work-orders/work-order-line.entity.js';

/**
 * The rate of a line before it is delivered: that of the day it is due. What is owed in the end is taxed at the rate of the
 * day it was handed over (消費税法 第28条, 消費税法基本通達 9-1-1, 9-1-5).
 */
export function taxRateOfLine({ taxCategory, dueOn }: { taxCategory: TaxCategory; dueOn: LocalDate }): TaxRate {
  return taxRateOn(taxCategory, dueOn);
}

/**
 * How the work of a facility on a step is taxed. A step of the same kind of work as its line is taxed as the line is; one of
 * another kind as that kind is: who packs boxed meals sells no food.
 */
export function taxCategoryOfStep(
  line: Pick<WorkOrderLine, 'workTypeCode' | 'taxCategory'>,
  step: Pick<Step, 'workTypeCode'>,
  workTypes: ReadonlyMap<string, Pick<WorkType, 'taxCategory'>>,
): TaxCategory {
  if (step.workTypeCode === line.workTypeCode) return line.taxCategory;
  return workTypes.get(step.workTypeCode)?.taxCategory ?? 'STANDARD';
}
