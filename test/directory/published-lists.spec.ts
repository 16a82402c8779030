import { readFile } from 'node:fs/promises';
import { loadStarterData, type StarterData } from '../../libs/directory/registry/starter-data.js';
import { readRegistryFile, type RegistryFile } from '../../libs/directory/import/registry-file.js';
import type { RegistryAnswers } from '../../libs/directory/registry/index.js';

let starter: StarterData;
beforeAll(async () => {
  starter = await loadStarterData();
});

async function read(file: string, answers: RegistryAnswers = {}): Promise<RegistryFile> {
  return readRegistryFile(await readFile(new URL(`../cases/import/${file}`, import.meta.url)), starter, answers);
}

/** `みほん一 20 B_TYPE 封入`; `?` where a kind is asked for. */
function printed({ facilities }: RegistryFile): string[] {
  return facilities.map(({ name, capacityPersons, kind, servicesText }) =>
    [name, capacityPersons ?? '-', kind.is === 'ASKED' ? '?' : kind.typeCode, servicesText].join(' ').trim(),
  );
}

function passed({ passedOver }: RegistryFile): string[] {
  return passedOver.map(({ sheet, line, reason }) => `${sheet ?? ''}${line === null ? '' : `:${line}`} ${reason}`);
}

function wages({ facilities }: RegistryFile): (number | null)[][] {
  return facilities.flatMap((facility) =>
    facility.wages.map(({ fiscalYear, monthYen, hourYen }) => [fiscalYear, monthYen, hourYen]),
  );
}

const ONE = ['みほん一 20 ? 封入'];
const TWO = ['みほん一 20 ? 封入', 'みほん二 10 ? 清掃'];

describe('lists as they are published', () => {
  it.each([
    ['circled-heads.xlsx', ['みほん一 20 B_TYPE']],
    ['name-dash.csv', ['みほん一 20 ?']],
    ['name-facility-service.csv', ['みほん一 20 ?']],
    ['capacity-footnote.csv', ['みほん一 20 ?']],
    ['type-heading-unread.csv', ['みほん一 20 A_TYPE', 'みほん二 20 A_TYPE']],
    ['sheets-ab.xlsx', ['えい一 20 A_TYPE', 'みほん一 20 B_TYPE', 'みほん二 20 B_TYPE']],
    ['cover-first.xlsx', TWO],
    ['hidden-first.xlsx', TWO],
    ['sections-ab.xlsx', ['えい一 20 A_TYPE', 'みほん一 20 B_TYPE']],
    ['title-count.csv', TWO],
    ['title-two-cells.csv', ['みほん一 20 B_TYPE 封入', 'みほん二 10 B_TYPE 清掃']],
    ['title-two-cells.xlsx', ['みほん一 20 B_TYPE 封入', 'みほん二 10 B_TYPE 清掃']],
    ['tab-title.tsv', ['みほん一 20 B_TYPE 封入', 'みほん二 10 B_TYPE 清掃']],
    ['two-level-header.csv', ONE],
    ['two-level.xlsx', ONE],
    ['totals.csv', TWO],
    ['totals.xlsx', TWO],
    ['notes.csv', TWO],
    ['two-capacity.csv', ['みほん一 14 ?']],
    ['dup-names.csv', ['ひだまり 4 ?', 'ひだまり 20 ?']],
    ['services-123.xlsx', ['みほん一 20 B_TYPE 封入、清掃、農作業']],
    ['services-same.xlsx', ['みほん一 20 B_TYPE 封入、清掃、農作業']],
    ['goods-and-services2.csv', ['みほん一 20 ? クッキー、封入']],
    ['tokyo-list.xlsx', ['みほん一 - ? クッキー、公園の清掃', 'みほん二 - ? 名刺']],
    ['tab-comma-header.tsv', ['みほん一 20 ? 封入,清掃']],
    ['semicolon.csv', TWO],
    ['unlabelled-remark.csv', ONE],
    ['stray-quote.csv', ['NPO"みほん"一 20 ? 封入', '"みほん"二 10 ? 清掃', 'みほん三 10 ? "除草']],
    ['eof.csv', ONE],
    ['vt.csv', ['みほん一 20 ? 封入\u2028清掃']],
    ['no-cell-ref.xlsx', TWO],
    ['formula-guard.csv', ONE],
    ['nbsp-zwsp.csv', ONE],
    ['wave-edition1.csv', ['綴〜つづり〜 20 ? 封入']],
    ['wave-edition2-cp932.csv', ['綴～つづり～ 20 ? 封入']],
  ])('%s: every facility and nothing else', async (file, expected) => {
    const reading = await read(file);
    expect(printed(reading)).toEqual(expected);
    expect(reading.problems).toEqual([]);
    expect(reading.rejectedNames).toEqual([]);
  });

  it.each([
    ['type-mixed.csv', ['みほん作業所 20 B_TYPE'], [':2', ':3', ':4']],
    ['type-unknown.csv', [], [':2', ':3']],
  ])('%s: what is no place of work is omitted, and listed', async (file, facilities, lines) => {
    const reading = await read(file);
    expect(printed(reading)).toEqual(facilities);
    expect(passed(reading)).toEqual(lines.map((line) => `${line} NOT_A_WORKPLACE`));
  });

  it.each([
    ['sheets-ab.xlsx', ['集計 NO_NAME_COLUMN']],
    ['cover-first.xlsx', ['表紙 NO_NAME_COLUMN']],
    ['hidden-first.xlsx', ['R5旧 HIDDEN_SHEET']],
    ['sections-ab.xlsx', ['事業所別:2 SECTION', '事業所別:4 SECTION']],
    ['totals.xlsx', ['一覧:4 TOTAL']],
    ['totals.csv', [':4 TOTAL']],
    ['notes.csv', [':4 NOTE', ':5 NOTE']],
    ['title-two-cells.csv', [':1 TITLE']],
    ['unlabelled-remark.csv', [':2 WITHOUT_HEADING']],
  ])('%s: names what it passed over', async (file, expected) => {
    expect(passed(await read(file))).toEqual(expected);
  });

  it.each([
    ['circled-heads.xlsx', [[2024, 15_000, null]]],
    [
      'sections-ab.xlsx',
      [
        [2024, 90_000, null],
        [2024, 15_000, null],
      ],
    ],
    ['two-level.xlsx', [[2023, 15_000, 200]]],
    ['two-level-header.csv', [[2023, 15_000, 200]]],
    ['old-new-avg.xlsx', [[2024, 15_000, null]]],
    ['wage-nissu.xlsx', [[2023, 15_000, null]]],
    ['wage-person-total.xlsx', [[2023, 15_000, null]]],
    ['wage-march.csv', [[2023, 15_000, null]]],
    ['wage-year-total.csv', []],
  ])('%s: averages of the month and the hour, told from all other figures', async (file, expected) => {
    expect(wages(await read(file))).toEqual(expected);
  });

  it('two numbers in one cell are a problem with line and column, never one number', async () => {
    const { facilities, problems } = await read('cap-newline.xlsx');
    expect(facilities).toEqual([]);
    expect(problems).toMatchObject(
      [2, 3, 4].map((line) => ({ sheet: '一覧', line, column: '定員', code: 'REGISTRY.NUMBER_AMBIGUOUS' })),
    );
  });

  it('names a character only one computer knows', async () => {
    const { facilities, problems } = await read('cp932-gaiji.csv');
    expect(facilities).toEqual([]);
    expect(problems).toMatchObject([{ line: 2, column: '事業所名', code: 'REGISTRY.CHARACTER_UNREADABLE' }]);
  });

  it('tells two facilities of one name by number, corporation and address', async () => {
    const { facilities } = await read('dup-names.csv');
    expect(facilities).toMatchObject([
      { facilityNumber: '2700000001', corporationName: '法人一', address: 'A市' },
      { facilityNumber: '2700000002', corporationName: '法人二', address: 'B市' },
    ]);
  });

  it('takes the kinds that the caller answers, for the file, a sheet, a section', async () => {
    expect(printed(await read('totals.csv', { kinds: [{ typeCode: 'B_TYPE' }] }))).toEqual([
      'みほん一 20 B_TYPE 封入',
      'みほん二 10 B_TYPE 清掃',
    ]);
    const bySheet = await read('cover-first.xlsx', {
      kinds: [{ typeCode: 'B_TYPE' }, { sheet: '一覧', typeCode: 'A_TYPE' }],
    });
    expect(printed(bySheet)).toEqual(['みほん一 20 A_TYPE 封入', 'みほん二 10 A_TYPE 清掃']);
    const omitted = await read('totals.csv', { kinds: [{ typeCode: 'OMIT' }] });
    expect(printed(omitted)).toEqual([]);
    // An answer never overrules what the file says.
    expect(printed(await read('sheets-ab.xlsx', { kinds: [{ typeCode: 'TRANSITION' }] }))).toEqual([
      'えい一 20 A_TYPE',
      'みほん一 20 B_TYPE',
      'みほん二 20 B_TYPE',
    ]);
  });
});
