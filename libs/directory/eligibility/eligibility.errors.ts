import { defineErrors } from '#yui/platform';

export const eligibilityErrors = defineErrors('ELIGIBILITY', {
  KIND_DOES_NOT_COUNT: {
    ja: 'この種別は優先調達の対象ではありません。対象となる種別を選んでください。',
    en: 'This kind does not count for priority procurement. Choose a kind that does.',
  },
  PERIOD_REVERSED: {
    ja: '終わりの日が始まりの日より前です。日付を確かめてください。',
    en: 'The last day is before the first. Check the dates.',
  },
  PERIODS_OVERLAP: {
    ja: '同じ種別の期間が重なっています。前の期間を終わらせてから登録してください。',
    en: 'A period of the same kind overlaps. End the earlier one first.',
  },
  THRESHOLDS_NOT_MET: {
    ja: '重度障害者多数雇用事業所の3つの条件（障害のある従業員5人以上、全従業員の20％以上、そのうち重度などが30％以上）を満たす人数の記録がありません。従業員数を登録してください。',
    en: 'No head count meets all three thresholds (5 employees with disabilities, 20 % of all, 30 % of them severe). Record the counts first.',
  },
  COUNTS_UNUSABLE: {
    ja: '人数が合いません。障害のある従業員は全従業員の内数、重度などはその内数で入力してください。',
    en: 'The counts do not fit: those with disabilities are among all employees, those with severe ones among these.',
  },
});
