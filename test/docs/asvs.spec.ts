import { existsSync, readFileSync } from 'node:fs';

const ROW = /^\| (V\d+\.\d+\.\d+) +\| ([12]) +\| (.+?) +\| (holds|does not apply) +\| (.+?) +\|$/;
/** Of each chapter of the ASVS 5.0.0, the requirements of levels 1 and 2. */
const REQUIREMENTS: Readonly<Record<string, number>> = {
  V1: 27,
  V2: 11,
  V3: 19,
  V4: 10,
  V5: 9,
  V6: 35,
  V7: 18,
  V8: 7,
  V9: 7,
  V10: 29,
  V11: 14,
  V12: 9,
  V13: 13,
  V14: 9,
  V15: 13,
  V16: 16,
  V17: 7,
};

describe('docs/asvs.md', () => {
  const lines = readFileSync('docs/asvs.md', 'utf8').split('\n');
  const rows = lines.filter((line) => /^\| V\d/.test(line)).map((line) => ROW.exec(line) ?? [line]);

  it('judges every requirement of levels 1 and 2 once, and none fails', () => {
    expect(rows.filter((row) => row.length === 1)).toEqual([]);
    const numbers = rows.map(([, number = '']) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const counted = Object.keys(REQUIREMENTS).map((chapter) => [
      chapter,
      numbers.filter((number) => number.startsWith(`${chapter}.`)).length,
    ]);
    expect(Object.fromEntries(counted)).toEqual(REQUIREMENTS);
  });

  it('says how many hold', () => {
    const of = (verdict: string) => rows.filter((row) => row[4] === verdict).length;
    expect(lines.join(' ')).toContain(
      `${rows.length} of them, ${of('holds')} hold, ${of('does not apply')} do not apply, none fails`,
    );
  });

  it('names places that are there', () => {
    const places = lines.flatMap((line) =>
      [...line.matchAll(/`((?:apps|libs|test|docs|docker)\/[\w./-]+|[A-Z-]+\.md|schema\.graphql)`/g)].map(
        ([, place]) => place ?? '',
      ),
    );
    expect(places.length).toBeGreaterThan(100);
    expect([...new Set(places)].filter((place) => !existsSync(place))).toEqual([]);
  });
});
