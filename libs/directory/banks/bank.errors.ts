import { defineErrors } from '#yui/platform';

export const bankErrors = defineErrors('BANK', {
  FILE_UNREADABLE: {
    ja: '銀行の一覧の{row}行目を読めません。見出しは {headings} で、銀行コードは4桁、支店コードは3桁の数字です。',
    en: 'Row {row} of the list of banks cannot be read. Its headings are {headings}; bank codes have four digits, branch codes three.',
  },
  KANA_UNREADABLE: {
    ja: '銀行の一覧の{row}行目の「{kana}」は、振込データに書けません。カタカナ・英大文字・数字・（ ）．－／ で書いてください。',
    en: 'Row {row} of the list of banks: “{kana}” cannot be written into files for banks. Use katakana, capital letters, digits and ( ) . - /.',
  },
});
