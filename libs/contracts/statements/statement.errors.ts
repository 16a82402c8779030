import { defineErrors } from '#yui/platform';

export const statementErrors = defineErrors('STATEMENT', {
  UNREADABLE: {
    ja: '入金明細を読めません。銀行のサイトから、CSV で保存したファイルを選んでください。',
    en: 'This is no CSV of a bank. Choose the file your bank offers as CSV.',
  },
  TOO_LARGE: {
    ja: '入金明細は{most}行までです。期間を短くして、分けて取り込んでください。',
    en: 'A statement has at most {most} deposits. Import shorter periods.',
  },
  ROWS_UNREADABLE: {
    ja: '{row}行目の「{cell}」を読めません。列の選び方をご確認ください。何も取り込んでいません。',
    en: 'Row {row} cannot be read at “{cell}”. Check which column is what; nothing was imported.',
  },
  NO_DEPOSIT: {
    ja: '入金が1件も見つかりません。列の選び方をご確認ください。',
    en: 'No deposit was found. Check which column is what.',
  },
  LAYOUT: {
    ja: '日付・入金額・振込人の列を、それぞれ別に選んでください。',
    en: 'Choose different columns for day, amount and payer.',
  },
  SETTLED: {
    ja: 'この入金は、すでに処理されています。',
    en: 'This deposit was settled or set aside before.',
  },
  NOT_OWED: {
    ja: '選ばれた請求書は、窓口が受け取るものではないか、支払う人が別々です。',
    en: 'The chosen invoices are not paid to the desk, or are of different payers.',
  },
});
