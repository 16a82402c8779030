import { accountErrors } from '../accounts/identity.errors.js';
import { isBreached } from './breached-passwords.js';
import { COMMON_WORDS, PRODUCT_WORDS, SEQUENCES } from './common-words.js';

const MIN_CHARACTERS = 15;
const MAX_CHARACTERS = 200;
/** Characters that must be left when everything a guesser tries first counts as one. */
const MIN_OWN_CHARACTERS = 8;
const MIN_CONTEXT_WORD = 3;
const MIN_SEQUENCE = 4;

/** Stands for a part that is no surprise. No password holds it after NFKC and lower-casing. */
const PART = '\u0000';

/**
 * Refuses passwords that are too short, that were found in leaks, or that a guesser tries early: common words after one another, the person's own
 * name or address, keys in a row, repetitions. A sentence only its writer knows passes; no kinds of characters are asked
 * for (NIST SP 800-63B-4, 3.1.1.2).
 * @param context what is known of the person: mail address, name
 * @param field of the input that holds it
 * @throws ACCOUNT.PASSWORD_TOO_SHORT, ACCOUNT.PASSWORD_TOO_LONG, ACCOUNT.PASSWORD_COMMON
 */
export function requireGoodPassword(password: string, context: readonly string[], field = 'password'): void {
  const normal = password.normalize('NFKC');
  const length = [...normal].length;
  if (length < MIN_CHARACTERS) throw accountErrors.PASSWORD_TOO_SHORT({ least: MIN_CHARACTERS }).at(field);
  if (length > MAX_CHARACTERS) throw accountErrors.PASSWORD_TOO_LONG({ most: MAX_CHARACTERS }).at(field);
  if (isBreached(normal) || countOwnCharacters(normal, context) < MIN_OWN_CHARACTERS)
    throw accountErrors.PASSWORD_COMMON().at(field);
}

/** How many characters are left of a password when each word, sequence, year and repetition in it counts as one. */
export function countOwnCharacters(password: string, context: readonly string[]): number {
  // Rows of keys first: short words lie within them.
  let rest = withoutSequences(password.toLowerCase());
  for (const word of [...contextWords(context), ...BY_LENGTH]) rest = rest.replaceAll(word, PART);
  rest = rest.replace(/(19|20)\d{2}([-/.]?[01]\d([-/.]?[0-3]\d)?)?/g, PART);
  // The same again and again is said once.
  rest = rest.replace(/(.+?)\1+/gsu, '$1');
  return [...rest].length;
}

const BY_LENGTH = [...COMMON_WORDS, ...PRODUCT_WORDS].sort((a, b) => b.length - a.length);
const WALKS = SEQUENCES.flatMap((row) => [row, [...row].reverse().join('')]);

function contextWords(context: readonly string[]): string[] {
  return context
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => [...word].length >= MIN_CONTEXT_WORD)
    .sort((a, b) => b.length - a.length);
}

function withoutSequences(text: string): string {
  const letters = [...text];
  const rest: string[] = [];
  for (let from = 0; from < letters.length;) {
    let length = 1;
    while (from + length < letters.length && isWalk(letters.slice(from, from + length + 1))) length += 1;
    rest.push(length >= MIN_SEQUENCE ? PART : (letters[from] ?? ''));
    from += length >= MIN_SEQUENCE ? length : 1;
  }
  return rest.join('');
}

function isWalk(letters: readonly string[]): boolean {
  const text = letters.join('');
  return WALKS.some((walk) => walk.includes(text));
}
