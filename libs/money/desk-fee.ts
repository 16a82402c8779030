import { apportion, type ExactAmount } from './apportion.js';
import { MoneyError } from './money-error.js';
import { type Sen, type Yen, toBigInt, toYen } from './yen.js';

/** What a desk takes for its work: a part of the price, so much for each unit, or a sum for each order. */
export type FeeTerms =
  | { readonly basis: 'PERCENT'; readonly ratePermille: number }
  | { readonly basis: 'PER_PIECE'; readonly perPieceSen: Sen }
  | { readonly basis: 'FIXED'; readonly fixedYen: Yen };

/** One line as a fee sees it. */
export interface FeeLine {
  readonly unitPriceSen: Sen;
  readonly quantity: number;
}

/** Work as a fee sees it. */
interface FeeWork {
  readonly amountYen: Yen;
  readonly units: number;
}

/**
 * The fee on work that came to `amountYen` and `units`, without tax; never more than the work itself. It is rounded down,
 * in favour of the one who pays it, and split before it is rounded: `apportionExact`.
 * @throws MoneyError `AMOUNT.NOT_SAFE_INTEGER`, `FEE.OUT_OF_RANGE`
 */
export function exactFee(terms: FeeTerms, work: FeeWork): ExactAmount {
  checkTerms(terms);
  const amount = toBigInt(Math.max(0, work.amountYen));
  const fee = (): ExactAmount => {
    switch (terms.basis) {
      case 'PERCENT':
        return { numerator: toBigInt(work.amountYen) * toBigInt(terms.ratePermille), denominator: 1000n };
      case 'PER_PIECE':
        return { numerator: toBigInt(terms.perPieceSen) * toBigInt(work.units), denominator: 100n };
      case 'FIXED':
        return { numerator: toBigInt(terms.fixedYen), denominator: 1n };
    }
  };
  const { numerator, denominator } = fee();
  return numerator > amount * denominator ? { numerator: amount, denominator: 1n } : { numerator, denominator };
}

/**
 * What is left for facilities of the price of each line, per unit, rounded down to the sen. A fixed fee is laid on the
 * lines in proportion to their amounts, so no line bears more than its part of it.
 * @throws MoneyError `AMOUNT.NOT_SAFE_INTEGER`, `FEE.OUT_OF_RANGE`
 */
export function pricesAfterFee(terms: FeeTerms, lines: readonly FeeLine[]): Sen[] {
  checkTerms(terms);
  const amountsSen = lines.map((line) => toBigInt(line.unitPriceSen) * toBigInt(line.quantity));
  const wholeSen = amountsSen.reduce((sum, amount) => sum + amount, 0n);
  const fixedParts = terms.basis === 'FIXED' && wholeSen > 0n ? apportion(terms.fixedYen, amountsSen) : [];
  return lines.map((line, index) => {
    const price = toBigInt(line.unitPriceSen);
    const left = (): bigint => {
      switch (terms.basis) {
        case 'PERCENT':
          return (price * BigInt(1000 - terms.ratePermille)) / 1000n;
        case 'PER_PIECE':
          return price - toBigInt(terms.perPieceSen);
        case 'FIXED': {
          const feeSen = toBigInt(fixedParts[index] ?? 0) * 100n;
          return (amountsSen[index]! - feeSen) / toBigInt(Math.max(1, line.quantity));
        }
      }
    };
    const rest = left();
    return toYen(rest > 0n ? rest : 0n);
  });
}

function checkTerms(terms: FeeTerms): void {
  const value =
    terms.basis === 'PERCENT' ? terms.ratePermille : terms.basis === 'PER_PIECE' ? terms.perPieceSen : terms.fixedYen;
  if (value < 0 || (terms.basis === 'PERCENT' && value > 1000)) throw new MoneyError('FEE.OUT_OF_RANGE', { value });
}
