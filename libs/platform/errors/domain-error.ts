/** A sentence that says what to do, Japanese first. `{name}` is filled from the details of the error. */
export interface ErrorText {
  readonly ja: string;
  readonly en: string;
}

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * A failure that was foreseen: somebody asked for what cannot be done. It has a code (`SUBJECT.REASON`), a sentence in
 * two languages and typed details. Anything else that is thrown is a bug.
 */
export class DomainError extends Error {
  readonly messageJa: string;
  readonly messageEn: string;

  constructor(
    readonly code: string,
    text: ErrorText,
    readonly details: ErrorDetails = {},
  ) {
    const fill = (sentence: string) =>
      sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = details[name];
        return value === undefined || value === null ? whole : String(value);
      });
    super(`${code}: ${fill(text.en)}`);
    this.name = 'DomainError';
    this.messageJa = fill(text.ja);
    this.messageEn = fill(text.en);
  }
}

export type ErrorRegistry<Reason extends string> = {
  readonly [R in Reason]: (details?: ErrorDetails) => DomainError;
};

/**
 * Declares all errors of one subject. `defineErrors('QUOTE', { EXPIRED: { ja, en } }).EXPIRED()` makes the error
 * `QUOTE.EXPIRED`.
 */
export function defineErrors<const Reason extends string>(
  subject: string,
  texts: Readonly<Record<Reason, ErrorText>>,
): ErrorRegistry<Reason> {
  const makers = Object.entries<ErrorText>(texts).map(([reason, text]) => [
    reason,
    (details?: ErrorDetails) => new DomainError(`${subject}.${reason}`, text, details),
  ]);
  return Object.freeze(Object.fromEntries(makers)) as ErrorRegistry<Reason>;
}
