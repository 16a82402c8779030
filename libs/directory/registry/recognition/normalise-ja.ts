/**
 * Glyphs that stand in for another one in published lists: simplified Chinese characters and variant forms.
 * The right side is what the dictionary is written in.
 */
const GLYPHS: readonly (readonly [RegExp, string])[] = [
  [/业/g, '業'],
  [/総菜/g, '惣菜'],
  [/[〜～∼]/g, '~'],
  [/[‐‑‒–—―−]/g, '-'],
];

/** Hiragana へ・べ・ぺ inside a katakana word is the katakana of the same shape. */
const LOOK_ALIKE_KANA: readonly (readonly [RegExp, string])[] = [
  [/(?<=[ァ-ヺー])へ(?=[ァ-ヺー])/g, 'ヘ'],
  [/(?<=[ァ-ヺー])べ(?=[ァ-ヺー])/g, 'ベ'],
  [/(?<=[ァ-ヺー])ぺ(?=[ァ-ヺー])/g, 'ペ'],
  [/(?<=[ァ-ヺー])[-一](?=[ァ-ヺー])/g, 'ー'],
];

/** Misprints met in published lists. Each left side is not a word of its own where it stands. */
const MISPRINTS: readonly (readonly [RegExp, string])[] = [
  [/トイレト(?=ペーパー|ベーパー)/g, 'トイレット'],
  [/(?<=トイレット)ベーパー/g, 'ペーパー'],
  [/ポストイング/g, 'ポスティング'],
  [/ビーマン/g, 'ピーマン'],
  [/ベレット/g, 'ペレット'],
  [/ベット(?=の?おやつ|フード|用品)/g, 'ペット'],
  [/タたみ/g, 'たたみ'],
  [/廃業電線/g, '廃棄電線'],
  [/母(?=栽培)/g, '苺'],
];

/** One spelling for each word that is written with and without okurigana, or in two scripts. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/([袋箱菓子品])詰(?!め)/g, '$1詰め'],
  [/バッ[クグ](?=詰|入れ)/g, '袋'],
  [/(?<=封筒|パック)詰(?!め)/g, '詰め'],
  [/袋入(?!れ)/g, '袋入れ'],
  [/(?<=[袋箱])[つづ]め/g, '詰め'],
  [/(?<=箱|チラシ|紙)おり/g, '折り'],
  [/(?<=シール|ラベル)はり/g, '貼り'],
  [/刺しゅう|ししゅう/g, '刺繍'],
  [/障がい者/g, '障害者'],
  [/([箱紙])折(?!り)/g, '$1折り'],
  [/折箱/g, '折り箱'],
  [/組み?立て?/g, '組立'],
  [/([ルり])(?:貼|張り?)(?!り)/g, '$1貼り'],
  [/草刈(?!り)/g, '草刈り'],
  [/草引(?!き)/g, '草引き'],
  [/草とり/g, '草取り'],
  [/〆/g, 'しめ'],
  [/(?<=[入詰]れ?め?)(?:る|ていく|て行く|込む)(?=作業|仕事|$)/g, ''],
  [/(?<=[貼折縫])(?:る|う|っていく|り込む)(?=作業|仕事|$)/g, 'り'],
  [/封(?:かん|カン)/g, '封緘'],
  [/畳み/g, 'たたみ'],
  // Not across the end of a word: 縫製作業 is 縫製 and 作業.
  [/(?<![制製])[制製]+作(?!業(?!務))|作製/g, '作成'],
  [/ごみ/g, 'ゴミ'],
  [/いちご|イチゴ/g, '苺'],
  [/椎茸|しいたけ/g, 'シイタケ'],
  [/割り?ばし|割箸/g, '割り箸'],
  [/ぞうり/g, '草履'],
  [/ホームページ/g, 'hp'],
  [/パソコン/g, 'pc'],
];

const RULES = [...GLYPHS, ...LOOK_ALIKE_KANA, ...MISPRINTS, ...SPELLINGS];

/**
 * The spelling under which a service is looked up. Folds half and full width (NFKC), Latin case, white space,
 * okurigana (`袋詰` = `袋詰め`, `組み立て` = `組立`), look-alike kana and the misprints above; keeps everything else.
 * Idempotent: the normalised form of a normalised form is itself.
 */
export function normaliseJa(text: string): string {
  // One rule can make way for another, so they run until nothing changes. That ends: every rule uses up a character
  // no rule writes, or gives a bare kanji the okurigana it lacks.
  let before: string;
  let normalised = text;
  do {
    before = normalised;
    normalised = normaliseOnce(normalised);
  } while (normalised !== before);
  return normalised;
}

function normaliseOnce(text: string): string {
  // Removing the spaces can bring a kana and its sound mark together, so they are composed once more.
  let normalised = text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF\u00AD\uFE00-\uFE0F]+/gu, '')
    .normalize('NFKC')
    .replace(/[A-Z]+/g, (latin) => latin.toLowerCase());
  for (const [written, meant] of RULES) normalised = normalised.replace(written, meant);
  return normalised;
}
