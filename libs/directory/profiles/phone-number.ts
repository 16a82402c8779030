import { profileErrors } from './profile.errors.js';

/** As people type it: full width, with 〒, with or without a hyphen. */
export function plain(text: string | null): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[\p{Dash_Punctuation}\u2212\u30fc]/gu, '-')
    .trim();
}

/** The number of a telephone or a fax; null for an empty text. @throws PROFILE.PHONE_MALFORMED */
export function phoneNumberIn(text: string | null, field: string): string | null {
  const number = plain(text).replace(/\s/g, '');
  if (number === '') return null;
  if (!/^\+?[\d()-]{9,20}$/.test(number)) throw profileErrors.PHONE_MALFORMED().at(field);
  return number;
}
