import fc from 'fast-check';
import { assertProperty } from '../../../../test/harness/property.js';
import { normaliseJa } from './normalise-ja.js';

describe('normaliseJa', () => {
  it.each([
    ['ﾊﾟﾝ製造', 'パン製造'],
    ['ＤＭ', 'dm'],
    [' シール　貼り ', 'シール貼り'],
    ['木工作业', '木工作業'],
    ['トイレトベーパー販売', 'トイレットペーパー販売'],
    ['トイレトペーパー', 'トイレットペーパー'],
    ['ポストイング', 'ポスティング'],
    ['ビーマン袋詰め', 'ピーマン袋詰め'],
    ['ベットのおやつ製造', 'ペットのおやつ製造'],
    ['ベットメイク', 'ベットメイク'],
    ['トイレットぺーパー', 'トイレットペーパー'],
    ['シャツ・ブラウスタたみ仕上げ', 'シャツ・ブラウスたたみ仕上げ'],
    ['総菜', '惣菜'],
  ])('reads %s as %s', (written, meant) => {
    expect(normaliseJa(written)).toBe(meant);
  });

  it.each([
    [['袋詰', '袋詰め', 'バック詰め', 'バッグ詰', 'ﾊﾞｯｸ詰め'], '袋詰め'],
    [['袋入', '袋入れ', 'バッグ入れ'], '袋入れ'],
    [['箱折', '箱折り'], '箱折り'],
    [['組立', '組立て', '組み立て', '組み立'], '組立'],
    [['草刈', '草刈り'], '草刈り'],
    [['シール貼', 'シール貼り', 'シール張り'], 'シール貼り'],
    [['封かん', '封緘'], '封緘'],
  ])('gives %j one spelling', (variants, spelling) => {
    expect(new Set(variants.map(normaliseJa))).toEqual(new Set([spelling]));
  });

  it('is idempotent on any text, and on text made of the characters its rules touch', () => {
    const touched = fc
      .array(
        fc.constantFrom(
          ...'袋箱詰め入れ折り組み立て製制作成バックグパッ総惣菜母栽培苺ベペへべぺーたタみ畳草引き刈封かん緘\u3099 ゙、',
        ),
      )
      .map((characters) => characters.join(''));
    assertProperty(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), touched), (text) => {
        const once = normaliseJa(text);
        expect(normaliseJa(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
