import { defineErrors } from '#yui/platform';

export const stepErrors = defineErrors('STEP', {
  COUNT_OUT_OF_RANGE: {
    ja: '工程は1つ以上、{most}件まで入力してください。',
    en: 'A line has 1 to {most} steps.',
  },
  LAST_DUE_DATE_DIFFERS: {
    ja: '最後の工程の期日は、明細の期日（{dueOn}）と同じにしてください。',
    en: 'The last step is due on the date of the line ({dueOn}).',
  },
  DUE_DATES_OUT_OF_ORDER: {
    ja: '工程{position}の期日が早すぎます。前の工程の期日より後で、事業所が{earliest}以降に納められる日にしてください。',
    en: 'Step {position} is due too early: its facilities must have until {earliest} at least.',
  },
  NOT_HANDED_OVER: {
    ja: '前の工程から届いた分だけ、作業や納品ができます。今は、合わせて{most}までです。',
    en: 'Only what has come from the step before can be done or delivered: {most} units in all by now.',
  },
  USED_BY_NEXT: {
    ja: '次の工程がすでに使った分は、不良にできません。不良にできる数は{most}までです。',
    en: 'The next step has already used these units; at most {most} can be called defective.',
  },
});
