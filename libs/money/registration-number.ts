import { MoneyError } from './money-error.js';

/**
 * The number of a qualified invoice issuer (適格請求書発行事業者の登録番号) as papers carry it, `T` and 13 digits. Takes it as
 * people type it: full width, lower case, with spaces or hyphens.
 *
 * For a corporation these are the digits of its corporate number, whose first digit checks the other twelve
 * (法人番号の指定等に関する省令 第2条): 9 − (Σ P×Q mod 9), where P are the twelve digits from the right and Q is 1 and 2 in
 * turn. The tax agency promises no check digit in the numbers it gives to individuals and to associations without legal
 * personality, so of theirs only the form is looked at.
 * @throws MoneyError `REGISTRATION_NUMBER.MALFORMED` or `REGISTRATION_NUMBER.CHECK_DIGIT`
 */
export function parseRegistrationNumber(text: string, holder: 'CORPORATION' | 'OTHER' = 'CORPORATION'): string {
  const number = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}\u2212\u30fc]/gu, '');
  if (!/^T\d{13}$/.test(number)) throw new MoneyError('REGISTRATION_NUMBER.MALFORMED', { value: text });
  if (holder === 'CORPORATION' && !hasCheckDigit(number)) {
    throw new MoneyError('REGISTRATION_NUMBER.CHECK_DIGIT', { value: text });
  }
  return number;
}

function hasCheckDigit(number: string): boolean {
  const digits = Array.from(number.slice(2), Number).reverse();
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return Number(number[1]) === 9 - (sum % 9);
}
