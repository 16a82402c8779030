/** What can be wrong with a value given to this library. */
type MoneyErrorCode =
  /** not an integer, or beyond ±(2^53 − 1): yen, unit price in sen or quantity */
  | 'AMOUNT.NOT_SAFE_INTEGER'
  /** a weight that is not an integer from 0 up, or nothing but zero weights for an amount that is not zero */
  | 'WEIGHTS.INVALID'
  /** a division by zero or by a negative number */
  | 'DIVISOR.NOT_POSITIVE'
  /** a fee below zero, or more than the whole */
  | 'FEE.OUT_OF_RANGE'
  /** not the text of a date, or a date before consumption tax began (1989-04-01) */
  | 'TAX_DATE.INVALID'
  /** not `T` and 13 digits */
  | 'REGISTRATION_NUMBER.MALFORMED'
  /** `T` and 13 digits, but the first of them does not fit the others: a slip of the keyboard */
  | 'REGISTRATION_NUMBER.CHECK_DIGIT'
  /** a name with a character that files for banks do not know */
  | 'TRANSFER.TEXT'
  /** a code or an account number that is no digits, or has more than its field */
  | 'TRANSFER.DIGITS'
  /** an amount a transfer cannot be of */
  | 'TRANSFER.AMOUNT'
  /** no transfers, or more than a file holds */
  | 'TRANSFER.COUNT';

/** The value that was refused is in `details`; the message is the code, constant for logs. */
export class MoneyError extends RangeError {
  constructor(
    readonly code: MoneyErrorCode,
    readonly details: { value: unknown },
  ) {
    super(code);
    this.name = 'MoneyError';
  }
}
