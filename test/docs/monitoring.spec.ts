import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 'docker/monitoring';
/** What a timer is read by. */
const PARTS = /_(?:bucket|sum|count)$/;

/** Every name the processes give to something they count, time or look up. */
function namesInCode(): Set<string> {
  const sources = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => path.join(folder, file)),
  );
  const names = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:counter|timer|gauge)\(\s*'(yui_\w+)'/g)].map(([, name]) => name!),
  );
  return new Set(names);
}

const namesIn = (text: string) => [...text.matchAll(/\byui_\w+/g)].map(([name]) => name.replace(PARTS, ''));

describe('What monitors are told to look at', () => {
  const measured = namesInCode();

  it.each([...readdirSync(FOLDER), '../../docs/operations.md'])('%s names only what is measured', (file) => {
    const named = namesIn(readFileSync(`${FOLDER}/${file}`, 'utf8'));
    expect(named.filter((name) => !measured.has(name))).toEqual([]);
  });

  it('is everything that is measured', () => {
    const shown = new Set(namesIn(readFileSync(`${FOLDER}/dashboard.json`, 'utf8')));
    expect(measured.size).toBeGreaterThanOrEqual(9);
    expect([...measured].filter((name) => !shown.has(name) && name !== 'yui_database_serves')).toEqual([]);
    const explained = new Set(namesIn(readFileSync('docs/operations.md', 'utf8')));
    expect([...measured].filter((name) => !explained.has(name))).toEqual([]);
  });
});
