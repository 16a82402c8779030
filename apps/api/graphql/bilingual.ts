import type { DomainError } from '#yui/platform';

/** The part of an answer that says what went wrong. A page shows the sentences; a program reads the code. */
export interface ErrorExtensions {
  readonly code: string;
  readonly messageJa: string;
  readonly messageEn: string;
  readonly details: DomainError['details'];
}

export interface AnsweredError {
  readonly message: string;
  readonly extensions: ErrorExtensions;
}

export function answerOf(error: Pick<DomainError, 'code' | 'messageJa' | 'messageEn' | 'details'>): AnsweredError {
  const { code, messageJa, messageEn, details } = error;
  return { message: `${messageJa} ${messageEn}`, extensions: { code, messageJa, messageEn, details } };
}
