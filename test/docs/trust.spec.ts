import { existsSync, readFileSync } from 'node:fs';

/** `a/{b,c}.spec.ts`: both. */
function placesIn(text: string): string[] {
  const named = [...text.matchAll(/`((?:test|libs|apps)\/[^`\s]+)`/g)].map(([, place = '']) => place);
  return named.flatMap((place) => {
    const [whole, choices] = /\{([^}]+)\}/.exec(place) ?? [];
    return whole === undefined ? [place] : choices!.split(',').map((choice) => place.replace(whole, choice));
  });
}

describe('docs/trust.md', () => {
  const text = readFileSync('docs/trust.md', 'utf8');

  it('names tests that are there', () => {
    const places = placesIn(text);
    expect(places.length).toBeGreaterThan(100);
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
  });

  it('has a test for every kind', () => {
    const tables = text.split(/^#{2,3} /m).filter((part) => part.startsWith('Kinds of'));
    expect(tables.length).toBeGreaterThan(4);
    const rows = tables.flatMap((table) => table.split('\n').filter((line) => /^\| (?!kind |---)/.test(line)));
    expect(rows.filter((row) => placesIn(row).length === 0)).toEqual([]);
  });
});
