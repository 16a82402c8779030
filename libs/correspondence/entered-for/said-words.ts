import type { SaidBy } from '#yui/platform';

/** How somebody said something outside the product, as letters and papers name it. */
export const SAID_BY_WORDS: Readonly<Record<SaidBy, string>> = {
  PHONE: 'お電話',
  FAX: 'FAX',
  MAIL: 'メール',
  VISIT: 'ご来所',
  LETTER: '書面',
};
