import { readFile } from 'node:fs/promises';
import { buildDictionary, recogniseServices, type WorkTypeDictionary } from '../../libs/directory/registry/index.js';
import { loadStarterData } from '../../libs/directory/registry/starter-data.js';

let dictionary: WorkTypeDictionary;
beforeAll(async () => {
  dictionary = buildDictionary((await loadStarterData()).workTypes);
});

interface Figures {
  readonly all: number;
  readonly recognisedPermille: number;
  readonly wrong: readonly string[];
}

/** Wrong: any kind of work that a person did not allow for the mention. */
async function figuresOf(file: string): Promise<Figures> {
  const text = await readFile(new URL(`../cases/recognition/${file}`, import.meta.url), 'utf8');
  const lines = text.trim().split('\n').slice(1);
  let recognised = 0;
  const wrong: string[] = [];
  for (const line of lines) {
    const [, mention = '', expected = ''] = line.split('\t');
    const allowed = new Set(expected.split(/[|+]/));
    const found = recogniseServices(mention, dictionary).flatMap(({ workTypeCode }) => workTypeCode ?? []);
    if (found.length > 0) recognised += 1;
    if (found.some((code) => !allowed.has(code))) wrong.push(`${mention}: ${found.join(', ')}`);
  }
  return { all: lines.length, recognisedPermille: Math.floor((recognised * 1000) / lines.length), wrong };
}

/** `docs/registry-import.md` says what each of them gave the first time, before any word was taken from it. */
describe('mentions of 118 sources', () => {
  it.each(['mentions-a.tsv', 'mentions-b.tsv', 'mentions-c.tsv'])(
    '%s: what was learnt from them stays learnt',
    async (file) => {
      const { all, recognisedPermille, wrong } = await figuresOf(file);
      expect(all).toBeGreaterThan(150);
      expect(recognisedPermille).toBeGreaterThanOrEqual(950);
      expect(wrong.length / all).toBeLessThanOrEqual(0.02);
    },
  );

  it.each([
    ['縫製作業', ['TEXTILE']],
    ['木製作業台の組立', ['PARTS_ASSEMBLY']],
    ['お菓子の製造、販売', ['CONFECTIONERY']],
    [
      'パウンドケーキ、シフォンケーキ、メロンパン、トマトジャム、トートバッグ',
      ['CONFECTIONERY', 'CONFECTIONERY', 'BREAD', 'PROCESSED_FOOD', 'TEXTILE'],
    ],
    ['広報誌の配布', ['POSTING']],
    ['リサイクル石けん', ['SOUVENIRS']],
    ['ミニトマトの選別作業', ['FARM_WORK']],
    ['パンやジャムの製造', ['BREAD', 'PROCESSED_FOOD']],
    ['お弁当の盛り付けや配達', ['BENTO']],
  ])('%s', (text, codes) => {
    expect(recogniseServices(text, dictionary).map(({ workTypeCode }) => workTypeCode)).toEqual(codes);
  });

  it('names the work of what was once missed', async () => {
    const text = await readFile(new URL('../cases/import/missed-mentions.tsv', import.meta.url), 'utf8');
    const mentions = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[1] ?? '');
    const missed = mentions.filter((mention) =>
      recogniseServices(mention, dictionary).every(({ workTypeCode }) => workTypeCode === null),
    );
    // Parts of a longer text, and work that is none of the kinds there are.
    expect(missed.length / mentions.length).toBeLessThanOrEqual(0.2);
  });
});
