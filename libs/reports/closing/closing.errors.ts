import { defineErrors } from '#yui/platform';

export const closingErrors = defineErrors('CLOSING', {
  YEAR_NOT_OVER: {
    ja: 'まだ終わっていない年度です。3月31日が過ぎてから締めてください。',
    en: 'The fiscal year is not over. Close it after 31 March.',
  },
});
