// `node scripts/breached-passwords.mjs <file>`: makes the list of passwords that were found in leaks again, from a text
// file with one password a line. breached-passwords.NOTICE.md says where the present list is
// from, and must be changed with it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const MIN_CHARACTERS = 15;
const HASH_BYTES = 8;

const [file] = process.argv.slice(2);
if (!file) {
  console.error('node scripts/breached-passwords.mjs <file>');
  process.exit(1);
}
const hashes = readFileSync(file, 'utf8')
  .split('\n')
  .map((line) => line.replace(/\r$/, '').normalize('NFKC').toLowerCase())
  .filter((password) => [...password].length >= MIN_CHARACTERS)
  .map((password) => createHash('sha256').update(password).digest().subarray(0, HASH_BYTES))
  .sort(Buffer.compare)
  .filter((hash, n, all) => n === 0 || !hash.equals(all[n - 1]));
writeFileSync('libs/identity/passwords/breached-passwords.bin', Buffer.concat(hashes));
console.log(`${hashes.length} passwords of ${MIN_CHARACTERS} characters and more`);
