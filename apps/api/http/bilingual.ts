import type { DomainError } from '#yui/platform';

/** What an answer says of an error. A page shows the sentences; a program reads the code. */
interface AnsweredError {
  readonly message: string;
  readonly extensions: Record<'code' | 'messageJa' | 'messageEn', string> & Record<'details', DomainError['details']>;
}

export function answerOf(error: Pick<DomainError, 'code' | 'messageJa' | 'messageEn' | 'details'>): AnsweredError {
  const { code, messageJa, messageEn, details } = error;
  return { message: `${messageJa} ${messageEn}`, extensions: { code, messageJa, messageEn, details } };
}
