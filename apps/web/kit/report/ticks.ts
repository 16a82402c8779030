const STEPS = [1, 2, 2.5, 5, 10];
const MAX_TICKS = 6;

/** Round numbers around what is drawn, the lowest first; from zero unless the values are far from it. */
export function roundTicks(values: readonly number[]): number[] {
  if (values.length === 0) return [0, 1];
  const highest = Math.max(...values);
  const lowest = Math.min(...values);
  const from = lowest > 0 && lowest < highest / 2 ? 0 : Math.min(lowest, highest);
  const base = lowest >= 0 && from > 0 && highest - lowest > highest / 10 ? 0 : from;
  const span = highest - base || Math.abs(highest) || 1;
  const power = 10 ** Math.floor(Math.log10(span / (MAX_TICKS - 1)));
  const step = power * (STEPS.find((each) => span / (each * power) <= MAX_TICKS - 1) ?? 10);
  const start = Math.floor(base / step);
  const end = Math.max(start + 1, Math.ceil(highest / step));
  return Array.from({ length: end - start + 1 }, (_, index) => (start + index) * step);
}
