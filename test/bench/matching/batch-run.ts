/**
 * Prints the batch table and, last, one line per goal: name, value, goal, ok or short.
 *   npx swc apps libs test -d dist && node dist/test/bench/matching/batch-run.js [seeds] [repetitions]
 */
import { loadavg } from 'node:os';
import { benchBatch, type BatchRow } from './batch.js';

const [seeds = 3, repetitions = 9] = process.argv.slice(2).map(Number);
const rows = await benchBatch({
  seeds: Array.from({ length: seeds }, (_, k) => k + 1),
  repetitions,
  peerRepetitions: 2,
  peerSeconds: 20,
  now: () => performance.now(),
});
console.log(`load ${loadavg()[0]!.toFixed(1)}, node ${process.version}`);
console.log(['family', 'engine', 'median ms', 'least ms', 'answers', 'note'].join('\t'));
const show = (row: BatchRow, value: number): string => `${row.hasTimedOut ? '>' : ''}${value.toFixed(1)}`;
for (const row of rows) {
  console.log(
    [row.family, row.engine, show(row, row.medianMs), show(row, row.leastMs), row.answers, row.note].join('\t'),
  );
}

const median = (family: string, engine: string): number =>
  rows.find((row) => row.family === family && row.engine === engine)?.medianMs ?? NaN;
for (const density of [2, 10, 30]) {
  for (const load of ['0.5', '0.7']) {
    const family = `week-${density}%-${load}`;
    const value = median(family, 'yui');
    const times = median(family, 'or-tools') / value;
    const most = density === 2 ? 100 : 50;
    console.log([`batch ${family} ms`, value.toFixed(1), `<=${most}`, value <= most ? 'ok' : 'short'].join('\t'));
    console.log([`batch ${family} times OR-Tools`, times.toFixed(1), '>=10', times >= 10 ? 'ok' : 'short'].join('\t'));
  }
}
process.exit(0);
