/**
 * The characters of names in files for banks: half-width katakana without ｦ and without small ones, voiced marks as
 * characters of their own, capital letters, digits and a few signs.
 * @see 全国銀行協会「全銀協制定フォーマット」 使用可能文字
 */
const ALLOWED = /^[ｱ-ﾝﾞﾟA-Z0-9 ().,\-/\\｢｣]*$/u;

const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';
const FULL = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン';
const HALF = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ';

/** What people write for a sign that banks have another one for. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u3099': 'ﾞ',
  '\u309a': 'ﾟ',
  ー: '-',
  ヲ: 'ｵ',
  ヰ: 'ｲ',
  ヱ: 'ｴ',
  '・': '.',
  '「': '｢',
  '」': '｣',
  '、': ',',
  '。': '.',
  '¥': '\\',
  '\u3000': ' ',
};

const TO_HALF = new Map<string, string>([
  ...[...FULL].map((kana, index) => [kana, [...HALF][index]!] as const),
  ...[...SMALL].map((kana, index) => [kana, [...HALF][[...FULL].indexOf([...LARGE][index]!)]!] as const),
  ...Object.entries(SIGNS),
]);

/** Of any dash that people or their keyboards write. */
const DASHES = /[\p{Dash_Punctuation}\u2212\u30fc]/gu;
const HIRAGANA = /[\u3041-\u3096]/gu;

/**
 * A name as banks write it: `トクヒ）コウチ` becomes `ﾄｸﾋ)ｺｳﾁ`. One character is one byte of the file; a voiced kana is two.
 * @returns null when something in it cannot be written so, such as kanji
 */
export function transferText(name: string): string | null {
  const katakana = name
    .normalize('NFKC')
    .replace(HIRAGANA, (kana) => String.fromCodePoint(kana.codePointAt(0)! + 0x60))
    .replace(DASHES, '-')
    .normalize('NFD')
    .toUpperCase();
  const text = [...katakana]
    .map((sign) => TO_HALF.get(sign) ?? sign)
    .join('')
    .replace(/ +/g, ' ')
    .trim();
  return ALLOWED.test(text) ? text : null;
}

/** How a bank calls forms of corporations in front of, within or behind a name, each without its brackets. */
const FORMS = [
  'カ',
  'ユ',
  'メ',
  'シ',
  'ド',
  'イ',
  'ザイ',
  'シヤ',
  'フク',
  'シユウ',
  'ガク',
  'トクヒ',
  'ドクヒ',
  'チドク',
  'ギヨレン',
  'ノウキヨウ',
].map((form) => transferText(form)!);

/** Written out, as some banks and buyers do. */
const FORMS_IN_FULL = [
  'カブシキガイシヤ',
  'ユウゲンガイシヤ',
  'ゴウドウガイシヤ',
  'シヤカイフクシホウジン',
  'イツパンシヤダンホウジン',
  'イツパンザイダンホウジン',
  'トクテイヒエイリカツドウホウジン',
  'ガツコウホウジン',
  'イリヨウホウジン',
].map((form) => transferText(form)!);

/**
 * The form in which two names of an account are compared: as banks write them, without the form of the corporation, blanks
 * and signs. `カ）ミホン` and `ミホン　カブシキガイシャ` are the same.
 */
export function foldAccountName(name: string): string {
  const bracketed = (form: string) => new RegExp(`^\\(?${form}\\)|\\(${form}\\)?$|\\(${form}\\)`, 'u');
  let text = transferText(name) ?? name.normalize('NFKC').toUpperCase();
  for (const form of FORMS) text = text.replace(bracketed(form), '');
  text = text.replace(/[ ().,\-/\\｢｣]/gu, '');
  for (const form of FORMS_IN_FULL) {
    if (text.startsWith(form)) text = text.slice(form.length);
    else if (text.endsWith(form)) text = text.slice(0, -form.length);
  }
  return text;
}
