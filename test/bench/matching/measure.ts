/** Processor milliseconds this process has used. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const SHORTEST = 2;
const REPEATS = 30;

/** Very short runs are repeated: the clock of the processor counts in steps. */
export function timeOf<T>(run: () => T): { answer: T; time: number } {
  const start = processorTime();
  const answer = run();
  const time = processorTime() - start;
  if (time >= SHORTEST) return { answer, time };
  const again = processorTime();
  for (let k = 0; k < REPEATS; k++) run();
  return { answer, time: (processorTime() - again) / REPEATS };
}

/** Time of every item, all of them taking turns; by the wall clock, which counts finely enough for microseconds. */
export function timeInTurns<T>(items: readonly T[], turns: number, run: (item: T) => void): number[] {
  const times = items.map(() => 0);
  for (let turn = 0; turn < turns; turn++) {
    items.forEach((item, i) => {
      const start = performance.now();
      run(item);
      times[i]! += (performance.now() - start) / turns;
    });
  }
  return times;
}

/** Numbers of one series of runs, milliseconds. */
export interface Series {
  median: number;
  p95: number;
  worst: number;
}

export function seriesOf(times: readonly number[]): Series {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), worst: sorted[sorted.length - 1] ?? NaN };
}

/** Slope of log(time) over log(size): 1 = linear. */
export function exponentOf(points: readonly { size: number; time: number }[]): number {
  const xs = points.map((point) => Math.log(point.size));
  const ys = points.map((point) => Math.log(point.time));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const above = xs.reduce((sum, x, k) => sum + (x - mx) * (ys[k]! - my), 0);
  return above / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

export const shown = (milliseconds: number): string =>
  milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toPrecision(3);

const goals: string[] = [];

/** One line per goal at the very end: name, value, goal, ok or short. */
export function judge(name: string, value: number, goal: number, isAtMost: boolean): void {
  const isMet = isAtMost ? value <= goal : value >= goal;
  goals.push([name, value.toPrecision(4), `${isAtMost ? '≤' : '≥'} ${goal}`, isMet ? 'ok' : 'short'].join('\t'));
}

export function printGoals(): void {
  console.log('');
  for (const line of goals) console.log(line);
}
