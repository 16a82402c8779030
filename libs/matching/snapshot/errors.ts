/** Every way in which input to this library can be refused. An expected failure, never a bug. */
export type MatchingErrorCode =
  | 'CAPACITY.INVALID_INPUT'
  | 'CAPACITY.DAY_OUTSIDE_CALENDAR'
  | 'SPLIT.INVALID_SNAPSHOT'
  | 'SPLIT.PINS_EXCEED_QUANTITY'
  | 'SPLIT.NUMBERS_TOO_LARGE'
  | 'SPLIT.REPLAY_MISMATCH'
  | 'BATCH.INVALID_INPUT';

/** Constant message, data in `details`: safe to log and to translate by `code`. */
export class MatchingError extends Error {
  constructor(
    readonly code: MatchingErrorCode,
    readonly details: Readonly<Record<string, string | number | null>> = {},
  ) {
    super(code);
    this.name = 'MatchingError';
  }
}
