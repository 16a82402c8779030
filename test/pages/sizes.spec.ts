import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const FOLDER = path.join('dist', 'web');
/** Compressed, in bytes: what an old office computer and a telephone in a stairwell have to fetch. */
const MAX = {
  /** The script that every page needs. */
  entry: 125_000,
  /** Whatever is fetched when it is needed. */
  lazyPart: 70_000,
  worker: 20_000,
  styles: 20_000,
  /** English or easy words of one feature. */
  words: 12_000,
} as const;

/** The built pages: the newest build is the first of the list. A part that is too large is loaded later, or in parts. */
describe('The pages are small', () => {
  const assets = (JSON.parse(readFileSync(path.join(FOLDER, '.builds.json'), 'utf8')) as string[][])[0] ?? [];
  const sizeOf = (name: string) => gzipSync(readFileSync(path.join(FOLDER, 'assets', name)), { level: 9 }).length;
  const tooLarge = (names: readonly string[], max: number) =>
    names.filter((name) => sizeOf(name) > max).map((name) => `${name}: ${sizeOf(name)} of ${max} bytes`);
  const atOnce = [...readFileSync(path.join(FOLDER, 'index.html'), 'utf8').matchAll(/\/assets\/([\w.-]+\.js)/g)].map(
    ([, name = '']) => name,
  );

  it('where they begin', () => {
    expect(atOnce.length).toBeGreaterThan(0);
    expect(atOnce.reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThanOrEqual(MAX.entry);
  });

  it('in each part that comes later, each worker, the styles and the words', () => {
    const scripts = assets.filter((name) => name.endsWith('.js') && !atOnce.includes(name));
    const workers = scripts.filter((name) => name.includes('.worker-'));
    expect(workers.length).toBe(2);
    expect([
      ...tooLarge(scripts, MAX.lazyPart),
      ...tooLarge(workers, MAX.worker),
      ...tooLarge(
        scripts.filter((name) => /^words\.(en|easy)-/.test(name)),
        MAX.words,
      ),
      ...tooLarge(
        assets.filter((name) => name.endsWith('.css')),
        MAX.styles,
      ),
    ]).toEqual([]);
  });
});
