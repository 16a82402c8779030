import { defineErrors } from '#yui/platform';

export const rejectionErrors = defineErrors('REJECTION', {
  LINES_MISSING: {
    ja: '受け取れない明細と数を、1つ以上入力してください。同じ明細は1つにまとめてください。',
    en: 'Name at least one line with the units you cannot accept, each line once.',
  },
  UNITS_OUT_OF_RANGE: {
    ja: '数は、1から{most}までで入力してください。',
    en: 'The units are from 1 to {most}.',
  },
  DATE_OUT_OF_RANGE: {
    ja: '直しの期日は、今日以降で1年以内の日を入力してください。',
    en: 'Give the date by which it is made good, today or later, within a year.',
  },
});
