import { defineErrors } from '#yui/platform';

export const journalErrors = defineErrors('JOURNAL', {
  PERIOD: {
    ja: '期間は、始まりの日から1年以内にしてください。',
    en: 'A journal is of at most a year, and ends after it begins.',
  },
});
