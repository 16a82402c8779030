import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature } from '#yui/platform';
import { PRODUCT } from './product.js';

const LIBS = path.resolve(import.meta.dirname, '..');
const files = readdirSync(LIBS, { recursive: true, encoding: 'utf8' });

function classesOfFeatures() {
  return PRODUCT.flatMap(({ commands = [], queries = [], deadlines = [], parts = [], entities = [] }) => [
    ...commands,
    ...queries,
    ...deadlines,
    ...parts,
    ...entities,
  ]);
}

/** Names of the exported classes of these files that are marked so; the platform makes its own. */
function classesOf(suffix: string, mark: RegExp): string[] {
  return files
    .filter((file) => file.endsWith(suffix) && !file.startsWith('platform/'))
    .flatMap((file) => [...readFileSync(path.join(LIBS, file), 'utf8').matchAll(mark)].map(([, name = '']) => name));
}

describe('The product', () => {
  it('is made of every feature there is', async () => {
    const all = await Promise.all(
      files
        .filter((file) => file.endsWith('.feature.ts'))
        .map(async (file) => Object.values((await import(path.join(LIBS, file))) as Record<string, Feature>)),
    );
    expect(all.length).toBeGreaterThan(50);
    expect(all.flat().filter((one) => !PRODUCT.includes(one))).toEqual([]);
    expect(new Set(PRODUCT).size).toBe(PRODUCT.length);
  });

  it('knows every table, use case and handler', () => {
    const entities = classesOf('.entity.ts', /^@Entity\([^)]*\)\nexport class (\w+)/gm);
    const useCases = classesOf('.ts', /^@Injectable\(\)\nexport class (\w+)/gm);
    expect(entities.length).toBeGreaterThan(80);
    expect(useCases.length).toBeGreaterThan(180);
    const known = new Set(classesOfFeatures().map(({ name }) => name));
    expect([...entities, ...useCases].filter((name) => !known.has(name))).toEqual([]);
  });

  it('has each class once', () => {
    const all = classesOfFeatures();
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
  });
});
