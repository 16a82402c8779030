import { defineErrors } from '#yui/platform';

export const recordedErrors = defineErrors('RESULT', {
  NO_FIGURES: {
    ja: '実績の表が見つかりません。1行目に「年度」「件数」「金額」などの見出しがある表にしてください。',
    en: 'There is no table of results. Give it headings such as 年度, 件数 and 金額 in the first row.',
  },
  MEASURE_UNKNOWN: {
    ja: 'この列が件数か金額か、わかりません。見出しに「件数」「金額（円）」などと入れてください。',
    en: 'What this column counts is not known. Put 件数 or 金額（円） into its heading.',
  },
  NOT_A_FIGURE: {
    ja: '数字として読めません。数字だけにしてください。',
    en: 'This is no whole number. Keep only the number.',
  },
  UNIT_ASKED: {
    ja: '金額が円か千円か、わかりません。見出しに入れるか、画面で選んでください。',
    en: 'Whether amounts are yen or thousands of yen is not stated. Put it into the heading, or choose it on the page.',
  },
  TAX_ASKED: {
    ja: '税込みか税抜きか、わかりません。見出しに入れるか、画面で選んでください。',
    en: 'Whether amounts include the tax is not stated. Put it into the heading, or choose it on the page.',
  },
  YEAR_ASKED: {
    ja: '年度がわかりません。表に「令和6年度」のように入れるか、画面で選んでください。',
    en: 'The fiscal year is not known. Put it into the table, such as 令和6年度, or choose it on the page.',
  },
  YEAR_OUT_OF_RANGE: {
    ja: '実績は平成17（2005）年度からです。年度を確かめてください。',
    en: 'Results begin with fiscal 2005. Check the year.',
  },
  DAY_UNREADABLE: {
    ja: '日付として読めません。「2026/11/29」や「令和8年11月29日」のように書いてください。',
    en: 'This is no date. Write it as 2026/11/29 or 令和8年11月29日.',
  },
  DAY_OF_OTHER_YEAR: {
    ja: '日付と年度が合いません。3月31日までは前の年の年度です。',
    en: 'Date and fiscal year do not agree. Days to 31 March belong to the year before.',
  },
  LABEL_UNKNOWN: {
    ja: 'この名前が何を表すか、わかりません。契約の型、調達の区分、機関の区分のどれかの言葉にするか、名前の読み方を画面で選んでください。',
    en: 'What this label stands for is not known. Use a contract type, a category or a level, or choose on the page what such names are.',
  },
  NOT_FOR_COMPANIES: {
    ja: '調達実績は、官公庁の発注者だけが記録できます。',
    en: 'Only government buyers record procurement.',
  },
  LINK_INVALID: {
    ja: '「https://」で始まる、公表しているページの場所を入れてください。',
    en: 'Give the address of the page on which it is published, beginning with https://.',
  },
  FILE_HAS_PROBLEMS: {
    ja: 'ファイルに直すところがあります（{count}件）。試し読みの一覧をご覧ください。何も取り込んでいません。',
    en: 'The file has problems ({count}). See the list of the dry run. Nothing was imported.',
  },
  FILE_ENTERED: {
    ja: 'この行はファイルから取り込まれたものです。ファイルを直して、同じ名前でもう一度取り込んでください。',
    en: 'This row came from a file. Correct the file and import it again under the same name.',
  },
});
