import fc from 'fast-check';
import { assertProperty } from '../../../../test/harness/property.js';
import { type ServiceItem, isSeparatorAt, splitJoined, splitServices } from './split-services.js';

const texts = (items: readonly ServiceItem[]) => items.map(({ text }) => text);

/** Texts as they are met, cut and glued at random, so that brackets and separators stand in odd places. */
const servicesText = fc
  .array(
    fc.constantFrom(
      '袋詰め',
      '軽作業',
      'パン',
      'DM',
      '、',
      '，',
      ',',
      '・',
      '及び',
      '（',
      '）',
      '(',
      ')',
      ' ',
      '　',
      '①',
      '\n',
      '-',
    ),
  )
  .map((pieces) => pieces.join(''));

describe('splitServices', () => {
  it('parts items at commas, circled numbers, line breaks and spaces', () => {
    expect(texts(splitServices('①クッキー製造・販売②自家焙煎コーヒー　③軽作業\n清掃、除草,剪定'))).toEqual([
      'クッキー製造・販売',
      '自家焙煎コーヒー',
      '軽作業',
      '清掃',
      '除草',
      '剪定',
    ]);
  });

  it('keeps Latin words and numbers together', () => {
    expect(texts(splitServices('UV printer、1,000部の印刷、A/B'))).toEqual(['UV printer', '1,000部の印刷', 'A/B']);
  });

  it('makes the list inside brackets the details of its item', () => {
    const [item] = splitServices('軽作業（袋詰め、箱折り等）');
    expect(item).toMatchObject({ text: '軽作業（袋詰め、箱折り等）', start: 0, head: '軽作業' });
    expect(item?.details).toMatchObject([
      { text: '袋詰め', start: 4 },
      { text: '箱折り等', start: 8 },
    ]);
  });

  it('keeps a bracket in the middle of an item and reads the head around it', () => {
    expect(splitServices('食品（ユズ）加工、清掃')).toMatchObject([{ head: '食品加工' }, { head: '清掃' }]);
  });

  it('takes a bracket without a partner as a character', () => {
    expect(texts(splitServices('軽作業（袋詰め、清掃'))).toEqual(['軽作業（袋詰め', '清掃']);
    expect(texts(splitServices('袋詰め）、清掃'))).toEqual(['袋詰め）', '清掃']);
  });

  it('loses no character but separators, spaces and bullets', () => {
    assertProperty(
      fc.property(fc.oneof(servicesText, fc.string({ unit: 'binary' })), (text) => {
        const covered = new Set<number>();
        for (const item of splitServices(text)) {
          expect(text.slice(item.start, item.start + item.text.length)).toBe(item.text);
          for (let at = item.start; at < item.start + item.text.length; at++) covered.add(at);
        }
        for (let at = 0; at < text.length; at++) {
          if (!covered.has(at)) expect(isSeparatorAt(text, at) || /[\s・･\-－]/u.test(text.charAt(at))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('splitJoined', () => {
  it('parts at ・ and 及び, outside brackets only', () => {
    expect(splitJoined({ text: 'パン・菓子（ケーキ・クッキー）及び弁当', start: 10 })).toMatchObject([
      { text: 'パン', start: 10 },
      { text: '菓子（ケーキ・クッキー）', start: 13 },
      { text: '弁当', start: 27 },
    ]);
  });
});
