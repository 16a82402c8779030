import { withoutInvisible } from '../layout/fold-text.js';

const CORPORATIONS: readonly (readonly [RegExp, string])[] = [
  [/株式会社|\(株\)/gu, '(株)'],
  [/有限会社|\(有\)/gu, '(有)'],
  [/合同会社|\(同\)|\(合\)/gu, '(同)'],
  [/社会福祉法人|\(社福\)|\(福\)/gu, '(福)'],
  [/特定非営利活動法人|npo法人|\(特非\)|\(特\)|\(npo\)/gu, '(特非)'],
  [/一般社団法人|\(一社\)/gu, '(一社)'],
  [/公益社団法人|\(公社\)/gu, '(公社)'],
  [/一般財団法人|\(一財\)/gu, '(一財)'],
  [/公益財団法人|\(公財\)/gu, '(公財)'],
  [/医療法人(?:社団|財団)?|\(医\)/gu, '(医)'],
];

/** A text without what one encoding turns into another character, so that two editions of a list can be compared. */
export function foldEncoding(text: string): string {
  return withoutInvisible(text)
    .replace(/[〜～∼˜]/gu, '~')
    .replace(/[‐‑‒–—―−─━ー－﹣ｰ]/gu, '-')
    .replace(/[‖∥]/gu, '|')
    .replace(/[·・･•∙⋅]/gu, '・')
    .replace(/[“”„〝〟]/gu, '"')
    .replace(/[‘’‛]/gu, "'")
    .replace(/[¢￠]/gu, '¢')
    .replace(/[£￡]/gu, '£')
    .replace(/[¬￢]/gu, '¬')
    .replace(/[¦￤]/gu, '|')
    .normalize('NFC');
}

/**
 * The form in which names are the same: width, case, spaces, invisible characters and footnote marks do not matter, nor
 * what one encoding turns into another character: 〜 and ～, − and －, ー and ―, ‖ and ∥, straight and curled quotes.
 */
export function foldName(name: string): string {
  return foldEncoding(name)
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .toLowerCase()
    .replace(/[〜～∼]/gu, '~')
    .replace(/[‐‑‒–—―−─━ー]/gu, '-')
    .replace(/["“”″]/gu, '"')
    .replace(/['‘’′]/gu, "'")
    .replace(/^[※*★☆]+|[※*★☆]+\d{0,2}$/gu, '');
}

/** `foldName`, with the legal forms of corporations in one spelling: ㈱みほん = 株式会社みほん. */
export function foldCorporation(name: string): string {
  return CORPORATIONS.reduce((text, [written, short]) => text.replace(written, short), foldName(name));
}

/** `foldName`, with 丁目, 番地 and 号 as hyphens, without the prefecture. */
export function foldAddress(address: string): string {
  return foldName(address)
    .replace(/^〒?\d{3}-?\d{4}/u, '')
    .replace(/^(?:東京都|北海道|(?:京都|大阪)府|.{2,3}県)/u, '')
    .replace(/丁目|番地の?|番|号|の(?=\d)/gu, '-')
    .replace(/-+/gu, '-')
    .replace(/-$/u, '');
}

/** A facility number as it is compared: digits and letters alone; null when the cell holds something else. */
export function readFacilityNumber(value: string): string | null {
  const number = foldName(value).replaceAll('-', '');
  return /^[0-9a-z]{1,20}$/.test(number) ? number : null;
}
