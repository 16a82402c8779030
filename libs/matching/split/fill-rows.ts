import { emptyCore, type SplitCore } from './core.js';
import { waterFill } from './water-fill.js';

/** Cheapest way to place `lots` when exactly these rows take part, each within [low, high]; null when impossible. */
export function fillRows(core: SplitCore, rows: readonly number[], lots: number): Int32Array | null {
  let least = 0;
  let most = 0;
  for (const i of rows) {
    least += core.low[i]!;
    most += core.high[i]!;
  }
  if (least > lots || most < lots) return null;
  const answer = new Int32Array(core.size);
  const taken = (isConvex(core, rows) ? fillConvex : fillLinear)(core, rows, lots - least);
  rows.forEach((i, k) => (answer[i] = taken[k]!));
  return answer;
}

function isConvex(core: SplitCore, rows: readonly number[]): boolean {
  for (const i of rows) if (!(core.curve[i]! > 0)) return false;
  return true;
}

function fillConvex(core: SplitCore, rows: readonly number[], left: number): Int32Array {
  const part = emptyCore(rows.length);
  // What is taken at the least shifts the keys: the first lot above a floor is like the first lot of all.
  rows.forEach((i, k) => {
    const low = core.low[i]!;
    part.curve[k] = core.curve[i]!;
    part.base[k] = core.base[i]! + 2 * core.curve[i]! * low;
    part.high[k] = core.high[i]! - low;
  });
  const { lots: taken } = waterFill(part, left);
  rows.forEach((i, k) => (taken[k]! += core.low[i]!));
  return taken;
}

/** Straight costs: the cheapest rows are filled first. */
function fillLinear(core: SplitCore, rows: readonly number[], left: number): Int32Array {
  const taken = Int32Array.from(rows, (i) => core.low[i]!);
  const order = rows.map((_, k) => k).sort((a, b) => core.base[rows[a]!]! - core.base[rows[b]!]! || a - b);
  let rest = left;
  for (const k of order) {
    const more = Math.min(rest, core.high[rows[k]!]! - core.low[rows[k]!]!);
    taken[k]! += more;
    rest -= more;
  }
  return taken;
}
