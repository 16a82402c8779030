/** What can be wrong with a value given to this library. */
type CalendarErrorCode =
  /** not the text of a day of the Gregorian calendar */
  | 'LOCAL_DATE.INVALID'
  /** outside 1873-01-01 (when Japan adopted the Gregorian calendar) to 9999-12-31 */
  | 'LOCAL_DATE.OUT_OF_RANGE'
  /** no holidays are known for this year, so working days cannot be counted */
  | 'HOLIDAYS.UNKNOWN_YEAR'
  /** an invalid `Date` */
  | 'INSTANT.INVALID'
  /** not a year from 1873 to 9998 */
  | 'FISCAL_YEAR.INVALID'
  /** a number of days that is not an integer */
  | 'DAY_COUNT.INVALID';

/** The value that was refused is in `details`; the message is constant, for logs. */
export class CalendarError extends RangeError {
  constructor(
    readonly code: CalendarErrorCode,
    readonly details: { value: unknown },
  ) {
    super(code);
    this.name = 'CalendarError';
  }
}
