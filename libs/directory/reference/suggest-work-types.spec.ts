import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { loadStarterData, type WorkType } from '../registry/index.js';
import { suggestWorkTypes } from './suggest-work-types.js';

describe('What somebody calls a kind of work', () => {
  let workTypes: readonly WorkType[];
  beforeAll(async () => {
    ({ workTypes } = await loadStarterData());
  });
  const first = (text: string) => suggestWorkTypes(text, workTypes)[0]?.code;

  it.each([
    ['封筒詰め', 'ENVELOPE_STUFFING'],
    ['ＤＭ', 'ENVELOPE_STUFFING'],
    ['ダイレクトメール', 'ENVELOPE_STUFFING'],
    ['封入 作業', 'ENVELOPE_STUFFING'],
    ['案内を5万通、封入してほしい', 'ENVELOPE_STUFFING'],
    ['ﾗﾍﾞﾙ貼り', 'LABELLING'],
    ['らべる', 'LABELLING'],
    ['袋詰', 'BAGGING'],
    ['くさかり', undefined],
    ['草刈', 'WEEDING'],
    ['cleaning', 'CLEANING'],
    ['パン', 'BREAD'],
    ['ぱん', 'BREAD'],
    ['名刺', 'BUSINESS_CARDS'],
  ])('%s', (text, code) => {
    expect(first(text)).toBe(code);
  });

  it('is nothing while nothing is typed, and never more than a few', () => {
    expect(suggestWorkTypes('', workTypes)).toEqual([]);
    expect(suggestWorkTypes(' 　', workTypes)).toEqual([]);
    expect(suggestWorkTypes('作', workTypes).length).toBeLessThanOrEqual(8);
  });

  it('is found by each of its words, in any script and width', () => {
    const spelt = fc.constantFrom(
      (word: string) => word,
      (word: string) => word.normalize('NFD'),
      (word: string) => ` ${[...word].join(' ')}`,
      (word: string) => word.replace(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60)),
      (word: string) => word.replace(/[!-~]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    );
    const words = workTypes.flatMap(({ code, nameJa, synonymsJa }) =>
      [nameJa, ...synonymsJa].map((word) => ({ code, word: word.replace(/^=/, '') })),
    );
    assertProperty(
      fc.property(fc.constantFrom(...words), spelt, ({ code, word }, spell) => {
        expect(suggestWorkTypes(spell(word), workTypes).map((each) => each.code)).toContain(code);
      }),
    );
  });

  it('is looked for without a fault in whatever is typed', () => {
    assertProperty(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const codes = suggestWorkTypes(text, workTypes).map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });
});
