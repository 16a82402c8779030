/** Yen without fractions: amounts, shares of a total and consumption tax. Pure; no floating-point arithmetic. */
export { apportion, apportionExact } from './apportion.js';
export { cumulativeParts } from './cumulative-parts.js';
export {
  type InvoiceTax,
  TAX_CATEGORIES,
  type TaxCategory,
  type TaxRate,
  type TaxTotals,
  type TaxableLine,
  invoiceTax,
  taxRateOn,
} from './consumption-tax.js';
export { type FeeTerms, exactFee, pricesAfterFee } from './desk-fee.js';
export { deductionPercentOn } from './input-tax-deduction.js';
export { lateInterestYen } from './late-interest.js';
export { MoneyError } from './money-error.js';
export { parseRegistrationNumber } from './registration-number.js';
export { contractStampDutyYen } from './stamp-duty.js';
export { type Rounding, divideRounded } from './rounding.js';
export { type Sen, type Yen, formatUnitPrice, formatYen, lineAmountYen, toThousands } from './yen.js';
export {
  MAX_TRANSFER_TOTAL_YEN,
  MAX_TRANSFER_YEN,
  RECORD_ENDS,
  type RecordEnd,
  type TransferAccount,
  transferFile,
  type TransferRecord,
} from './transfer-file.js';
export { foldAccountName, transferText } from './transfer-text.js';
export {
  AVERAGE_USERS_FROM,
  type AverageWage,
  averageWage,
  personMonths,
  type UsersRounding,
  type WageYear,
} from './average-wage.js';
export { type AskedWageYear, type WageContext, type WageQuestion, wageQuestions } from './wage-questions.js';
export { type WageBasis, type WageForecast, wageForecast, wagePermille } from './wage-forecast.js';
export { growthTrend, leastAdditionTarget, livingCostGap, yearlyGrowthPpm } from './wage-targets.js';
