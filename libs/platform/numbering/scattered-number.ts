import { createHash } from 'node:crypto';

const SMALLEST = 1000;
const ROUNDS = 4;

/**
 * What stands in the place of a running number where outsiders read it: the first ones have four digits, later ones more. No
 * two counts of one secret give the same number; without the secret neither the count nor the next number can be told.
 * @param count 1, 2, 3 …
 * @param secret of the series; null: the running number itself, as in series begun before there were secrets
 * @see https://doi.org/10.1007/3-540-45760-7_9 Black and Rogaway, Ciphers with Arbitrary Finite Domains (cycle walking)
 */
export function scatteredNumber(count: number, secret: string | null): string {
  if (secret === null) return String(count).padStart(4, '0');
  let first = SMALLEST;
  let place = count - 1;
  // 1000 to 9999, then 10000 to 99999, and so on.
  while (place >= first * 9) {
    place -= first * 9;
    first *= 10;
  }
  return String(first + permuted(place, first * 9, `${secret} ${first}`));
}

/** Another number below `size`, a different one for each. */
function permuted(place: number, size: number, key: string): number {
  const half = 2 ** Math.ceil(Math.log2(size) / 2);
  let walked = place;
  do {
    let [left, right] = [Math.floor(walked / half), walked % half];
    for (let round = 0; round < ROUNDS; round += 1) {
      const mixed = createHash('sha256').update(`${key} ${round} ${right}`).digest().readUInt32BE();
      [left, right] = [right, (left + mixed) % half];
    }
    walked = left * half + right;
  } while (walked >= size);
  return walked;
}
