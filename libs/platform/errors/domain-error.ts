import { spokenValue } from './spoken-value.js';

/** A sentence that says what to do, Japanese first. `{name}` is filled from the details of the error. */
export interface ErrorText {
  readonly ja: string;
  readonly en: string;
}

/** What is wrong with one field of an input. */
export interface FieldFault {
  /** Where it stands in the input: `title`, `lines.0.quantity`. */
  readonly path: string;
  readonly code: string;
  readonly messageJa: string;
  readonly messageEn: string;
}

type Detail = string | number | boolean | null | readonly string[];

/** `fields` is there when the input is at fault: which of its fields, every one of them. */
export interface ErrorDetails {
  readonly [name: string]: Detail | readonly FieldFault[] | undefined;
  readonly fields?: readonly FieldFault[];
}

/**
 * A failure that was foreseen: somebody asked for what cannot be done. It has a code (`SUBJECT.REASON`), a sentence in
 * two languages and typed details. Anything else that is thrown is a bug.
 */
export class DomainError extends Error {
  readonly messageJa: string;
  readonly messageEn: string;

  constructor(
    readonly code: string,
    private readonly text: ErrorText,
    readonly details: ErrorDetails = {},
  ) {
    const fill = (language: keyof ErrorText) =>
      text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = details[name];
        return typeof value === 'string' || typeof value === 'number' ? spokenValue(value, language) : whole;
      });
    super(`${code}: ${fill('en')}`);
    this.name = 'DomainError';
    this.messageJa = fill('ja');
    this.messageEn = fill('en');
  }

  /** The same error as the fault of a field of the input, so that a form can lead there. */
  at(path: string): DomainError {
    const { code, messageJa, messageEn } = this;
    return this.withFields([{ path, code, messageJa, messageEn }]);
  }

  withFields(fields: readonly FieldFault[]): DomainError {
    return new DomainError(this.code, this.text, { ...this.details, fields });
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
