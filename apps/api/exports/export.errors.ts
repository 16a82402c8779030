import { defineErrors } from '#yui/platform';

export const exportErrors = defineErrors('EXPORT', {
  FILTER_UNREADABLE: {
    ja: '絞り込みの条件を読めませんでした。一覧の画面から、もう一度書き出してください。',
    en: 'The filter could not be read. Export again from the page of the list.',
  },
  TOO_MANY_ROWS: {
    ja: '{rows}行あり、Excelの1枚の表に入りません。CSVで書き出すか、条件で絞り込んでください。',
    en: 'There are {rows} rows, more than one sheet of Excel holds. Export as CSV, or narrow the list.',
  },
});
