/** FNV-1a over UTF-16 code units: public, so that everybody can recompute who wins a tie. */
function fnv(seed: number, text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash;
}

/** The last step of MurmurHash3: spreads every bit, so that neighbouring ids land far apart. */
function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Lottery number of every facility for one order: the smallest wins a tie. A new order draws again. */
export function tieNumbers(orderKey: string, facilityIds: readonly string[]): Uint32Array {
  const seed = fnv(fnv(0x811c9dc5, orderKey), '\u0000');
  const numbers = new Uint32Array(facilityIds.length);
  facilityIds.forEach((id, i) => (numbers[i] = spread(fnv(seed, id))));
  return numbers;
}
