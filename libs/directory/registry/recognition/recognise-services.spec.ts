import fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { assertProperty } from '../../../../test/harness/property.js';
import { parse } from 'csv-parse/sync';
import { type ServiceMention, recogniseServices } from './recognise-services.js';
import { renderRecognitionReport, reportRecognition } from './recognition-report.js';
import { loadStarterData } from '../starter-data.js';
import { type WorkTypeDictionary, buildDictionary } from './work-type-dictionary.js';

let dictionary: WorkTypeDictionary;
beforeAll(async () => {
  dictionary = buildDictionary((await loadStarterData()).workTypes);
});

/** `context（text）→CODE`, or `?` for a mention that is kept as text. */
function recognised(text: string): string[] {
  return recogniseServices(text, dictionary).map(
    (mention) => `${mention.context ? `${mention.context}＞` : ''}${mention.text}→${mention.workTypeCode ?? '?'}`,
  );
}

describe('recogniseServices', () => {
  it('takes the list of a parent that says only the footing of the work as the services', () => {
    expect(recognised('軽作業（袋詰め・DM・箱折り等）')).toEqual([
      '軽作業＞袋詰め→BAGGING',
      '軽作業＞DM→ENVELOPE_STUFFING',
      '軽作業＞箱折り等→BOX_FOLDING',
    ]);
    expect(recognised('宿毛市委託事業（ゴミ袋）')).toEqual(['宿毛市委託事業＞ゴミ袋→TISSUE']);
  });

  it('takes a parent of that kind without a list as light work in general', () => {
    expect(recognised('軽作業、内職作業等')).toEqual(['軽作業→LIGHT_WORK', '内職作業等→LIGHT_WORK']);
  });

  it('does not guess at a parent that says only where the work is done', () => {
    expect(recognised('施設外就労')).toEqual(['施設外就労→?']);
  });

  it('keeps the list of a parent that is itself work inside its mention', () => {
    expect(recognised('清掃作業（バス・トイレ）')).toEqual(['清掃作業（バス・トイレ）→CLEANING']);
    expect(recognised('軽作業袋詰め（塩干製品、菓子製品）')).toEqual(['軽作業袋詰め（塩干製品、菓子製品）→BAGGING']);
  });

  it('finds another type of the same category in such a list', () => {
    expect(recognised('各種印刷（封筒、名刺）')).toEqual([
      '各種印刷（封筒、名刺）→PRINTING',
      '各種印刷＞名刺→BUSINESS_CARDS',
    ]);
  });

  it('takes the list of an unknown parent when it holds work', () => {
    expect(recognised('公園（清掃・草刈り）')).toEqual(['公園＞清掃→CLEANING', '公園＞草刈り→WEEDING']);
    expect(recognised('自主製品（作成・販売）')).toEqual(['自主製品（作成・販売）→?']);
  });

  it('parts joined services only where both sides are different work', () => {
    expect(recognised('清掃・リサイクル作業')).toEqual(['清掃→CLEANING', 'リサイクル作業→RECYCLING']);
    expect(recognised('トマト・昆布の袋詰め')).toEqual(['トマト・昆布の袋詰め→BAGGING']);
    expect(recognised('施設・個人宅除草')).toEqual(['施設・個人宅除草→WEEDING']);
    expect(recognised('パン・洋菓子製造販売')).toEqual(['パン→BREAD', '洋菓子製造販売→CONFECTIONERY']);
    expect(recognised('木工品の受注・製造・販売')).toEqual(['木工品の受注・製造・販売→WOODWORK']);
  });

  it('lets the end of a compound decide', () => {
    expect(recognised('お菓子の箱折り、ごみ袋配達、野菜のバック詰め')).toEqual([
      'お菓子の箱折り→BOX_FOLDING',
      'ごみ袋配達→DELIVERY',
      '野菜のバック詰め→BAGGING',
    ]);
  });

  it.each([
    'パンフレット',
    'フライパン製造',
    'シャンパン',
    '米国の雑誌',
    '花火',
    'リソース調整',
    '喫煙',
    '茶道',
    'クリーナー製造',
  ])('finds no work in %s, which only holds the letters of some', (text) => {
    expect(recognised(text)).toEqual([`${text}→?`]);
  });

  it('tells how it recognised, and by which word', () => {
    const how = recogniseServices('袋詰め、梱包、梱包作業、野菜の梱包、印刷物加工、油流し隊', dictionary);
    expect(how.map((mention) => [mention.how, mention.matchedTerm])).toEqual([
      ['EXACT', '袋詰め'],
      ['SYNONYM', '梱包'],
      ['STEM', '梱包'],
      ['SUFFIX', '梱包'],
      ['CONTAINS', '印刷'],
      [null, null],
    ]);
  });

  it('keeps the text of every mention, at its place, whatever the text', () => {
    const pieces = [
      '軽作業',
      '袋詰め',
      '菓子',
      'パン',
      '油流し隊',
      '製造',
      '販売',
      '、',
      '・',
      '及び',
      '（',
      '）',
      ' ',
      '①',
    ];
    const text = fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''));
    assertProperty(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (servicesText) => {
        const mentions = recogniseServices(servicesText, dictionary);
        for (const { text: written, start } of mentions) {
          expect(servicesText.slice(start, start + written.length)).toBe(written);
        }
        if (/油流し隊/u.test(servicesText)) {
          expect(mentions.some(({ text: written, context }) => /油流し隊/u.test(written + (context ?? '')))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/**
 * Every mention of a real list with the work type a person agreed to. When the dictionary changes, write the file again
 * with `UPDATE_EXPECTED=1` and read the difference line by line.
 */
describe('the facilities of Kochi, 2024', () => {
  const EXPECTED = new URL('kochi-mentions.expected.csv', import.meta.url);
  let facilities: { sheet: null; line: number; name: string; mentions: ServiceMention[] }[];

  beforeAll(async () => {
    const csv = await readFile(new URL('../../data/kochi-facilities-2024.csv', import.meta.url), 'utf8');
    const records = parse<{ name: string; services: string }>(csv, { columns: true });
    facilities = records.map(({ name, services }, index) => ({
      sheet: null,
      line: index + 2,
      name,
      mentions: recogniseServices(services, dictionary),
    }));
  });

  it('are recognised as agreed', async () => {
    const lines = facilities.flatMap(({ line, mentions }) =>
      mentions.map(({ start, context, text, workTypeCode, how, matchedTerm }) =>
        [line, start, context, text, workTypeCode, how, matchedTerm].join(','),
      ),
    );
    const actual = `line,start,context,text,work_type_code,how,matched_term\n${lines.join('\n')}\n`;
    if (process.env['UPDATE_EXPECTED'] === '1') await writeFile(EXPECTED, actual);
    expect(actual).toBe(await readFile(EXPECTED, 'utf8'));
  });

  it('are recognised to more than nine tenths, and the rest is listed', () => {
    const report = reportRecognition(facilities);
    expect(report.rowCount).toBe(114);
    expect(report.recognisedPermille).toBeGreaterThanOrEqual(900);
    expect(report.recognisedCount + report.unrecognised.length).toBe(report.mentionCount);
    const text = renderRecognitionReport(report);
    for (const { text: written } of report.unrecognised) expect(text).toContain(written);
  });
});
