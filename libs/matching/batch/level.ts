import { lotKey, type SplitCore } from '../split/core.js';

/**
 * Writes into `target` the cheapest way for rows[0 … count − 1] to take `total` units between them, ignoring who can do
 * what: every unit with a key below the level, and of those at the level as many as fit, earlier rows first. Answers the
 * level. `total` is below Σ high, every curve > 0. The level is known to lie in (above, upTo]; infinite = unknown.
 */
export function fillToLevel(
  core: SplitCore,
  rows: Int32Array,
  count: number,
  total: number,
  above: number,
  upTo: number,
  target: Int32Array,
): number {
  const [low, high] = bracket(core, rows, count, above, upTo);
  const level = smallestLevel(core, rows, count, total, low, high);
  let surplus = -total;
  for (let k = 0; k < count; k++) surplus += target[rows[k]!] = unitsUpTo(core, rows[k]!, level);
  for (let k = count - 1; surplus > 0; k--) {
    const row = rows[k]!;
    const units = target[row]!;
    if (units === 0 || lotKey(core, row, units) !== level) continue;
    target[row] = units - 1;
    surplus--;
  }
  return level;
}

/** Number of units of a row whose key is at most the level. */
function unitsUpTo(core: SplitCore, row: number, level: number): number {
  const curve = core.curve[row]!;
  const units = Math.floor((level - core.base[row]! + curve) / (2 * curve));
  const most = core.high[row]!;
  return units <= 0 ? 0 : units >= most ? most : units;
}

function bracket(core: SplitCore, rows: Int32Array, count: number, above: number, upTo: number): [number, number] {
  if (above > -Infinity && upTo < Infinity) return [above, upTo];
  let low = Infinity;
  let high = -Infinity;
  for (let k = 0; k < count; k++) {
    const row = rows[k]!;
    if (core.high[row] === 0) continue;
    low = Math.min(low, lotKey(core, row, 1) - 1);
    high = Math.max(high, lotKey(core, row, core.high[row]!));
  }
  return [Math.max(low, above), Math.min(high, upTo)];
}

/** Smallest whole level in (low, high] at which at least `total` units have a key: interpolation kept honest by halving. */
function smallestLevel(
  core: SplitCore,
  rows: Int32Array,
  count: number,
  total: number,
  low: number,
  high: number,
): number {
  const unitsAt = (level: number): number => {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += unitsUpTo(core, rows[k]!, level);
    return sum;
  };
  let unitsLow = unitsAt(low);
  let unitsHigh = unitsAt(high);
  for (let round = 0; high - low > 1; round++) {
    const share = (total - unitsLow) / (unitsHigh - unitsLow);
    const aim = round % 3 < 2 && share > 0 && share < 1 ? low + share * (high - low) : (low + high) / 2;
    const level = Math.min(high - 1, Math.max(low + 1, Math.round(aim)));
    const units = unitsAt(level);
    if (units >= total) [high, unitsHigh] = [level, units];
    else [low, unitsLow] = [level, units];
  }
  return high;
}
