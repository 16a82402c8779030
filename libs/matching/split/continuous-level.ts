import type { SplitCore } from './core.js';

const SAMPLE = 1024;
const TOLERANCE = 0.25;

/**
 * Level at which Σ clamp((level − base)/(2 curve), 0, high) = lots, to a quarter of a lot: Newton's method on a rising
 * broken line, from the level of every k-th row. What a facility would be entitled to if lots could be cut is told by it;
 * `waterFill` needs no continuous level.
 */
export function continuousLevel(core: SplitCore, lots: number): number {
  if (core.size === 0) return 0;
  const stride = Math.max(1, Math.floor(core.size / SAMPLE));
  if (stride === 1) return newton(core, 1, lots, null);
  return newton(core, 1, lots, newton(core, stride, lots / stride, null));
}

function newton(core: SplitCore, stride: number, lots: number, start: number | null): number {
  const { size, curve, base, high } = core;
  let below = -Infinity;
  let above = Infinity;
  let level = start ?? 0;
  if (start === null) {
    [below, above] = levelRange(core, stride);
    level = below;
  }
  let reach = Math.max(1, Math.abs(level) / 64);
  for (let round = 0; round < 200; round++) {
    let sum = 0;
    let slope = 0;
    for (let i = 0; i < size; i += stride) {
      const inverse = 0.5 / curve[i]!;
      const n = (level - base[i]!) * inverse;
      if (n > high[i]!) sum += high[i]!;
      else if (n >= 0) {
        sum += n;
        slope += inverse;
      }
    }
    const error = lots - sum;
    if (Math.abs(error) < TOLERANCE) return level;
    if (error > 0) below = level;
    else above = level;
    if (above - below < 0.5) return level;
    const step = slope > 0 ? level + error / slope : NaN;
    if (step > below && step < above) level = step;
    else if (Number.isFinite(above - below)) level = (below + above) / 2;
    else {
      // No row moves at this level, and one side is still open: feel for it in growing steps.
      level += error > 0 ? reach : -reach;
      reach *= 4;
      if (reach > 2 ** 60) return level;
    }
  }
  return level;
}

function levelRange({ size, curve, base, high }: SplitCore, stride: number): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < size; i += stride) {
    least = Math.min(least, base[i]!);
    most = Math.max(most, base[i]! + 2 * curve[i]! * high[i]!);
  }
  return [least - 1, most + 1];
}
