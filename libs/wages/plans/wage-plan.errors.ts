import { defineErrors } from '#yui/platform';

export const wagePlanErrors = defineErrors('WAGE_PLAN', {
  YEARS_UNUSABLE: {
    ja: '計画の期間は、初めの年度から10年以内にしてください。',
    en: 'A plan ends in its first year or at most nine years later.',
  },
  YEAR_OUTSIDE: {
    ja: '計画の期間（{from}年度から{to}年度まで）の中の年度にしてください。',
    en: 'The year is within the plan, from fiscal {from} to {to}.',
  },
  TARGET_MISSING: {
    ja: '計画のすべての年度に、目標の平均工賃月額を入れてください。',
    en: 'Every year of the plan needs its target of the average monthly wage.',
  },
});
