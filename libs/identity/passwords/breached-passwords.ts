import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Sorted: the first eight bytes of the SHA-256 of each password, in small letters. docs/sign-in.md says where from. */
const LIST = readFileSync(new URL('./breached-passwords.bin', import.meta.url));
const HASH_BYTES = 8;

/** Whether a password was found in leaks, in whatever case its letters are. */
export function isBreached(password: string): boolean {
  const hash = createHash('sha256').update(password.normalize('NFKC').toLowerCase()).digest().subarray(0, HASH_BYTES);
  let [from, to] = [0, LIST.length / HASH_BYTES];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const order = hash.compare(LIST, middle * HASH_BYTES, (middle + 1) * HASH_BYTES);
    if (order === 0) return true;
    if (order < 0) to = middle;
    else from = middle + 1;
  }
  return false;
}
