import { defineErrors } from '#yui/platform';

export const assignmentErrors = defineErrors('ASSIGNMENT', {
  DEADLINE_PASSED: {
    ja: 'お返事の期限を過ぎています。お受けいただける場合は、窓口へご連絡ください。',
    en: 'The deadline for the answer has passed. If you can still do it, call the desk.',
  },
  WITHDRAWN: {
    ja: 'この依頼は窓口が取り下げました。お返事は必要ありません。',
    en: 'The desk withdrew this offer; no answer is needed.',
  },
  ANSWERED_DIFFERENTLY: {
    ja: 'この依頼には、すでに別の内容でお返事をいただいています。変更は窓口へご連絡ください。',
    en: 'This offer was answered differently before. Call the desk to change the answer.',
  },
  PART_OUT_OF_RANGE: {
    ja: '一部だけお受けいただく数量は、1から{most}までで入力してください。',
    en: 'A part is between 1 and {most} units.',
  },
  NOTHING_TO_SEND: {
    ja: '送る割当がありません。先に配分を承認してください。',
    en: 'There is no assignment to send. Approve an allocation first.',
  },
  DONE_OUT_OF_RANGE: {
    ja: 'できあがった数は、前回の{least}以上、{most}以下で入力してください。',
    en: 'The number done must be from {least} (reported before) to {most}.',
  },
  CUT_OUT_OF_RANGE: {
    ja: '数は、すでに納品された{least}以上、引き受けた{most}以下で入力してください。',
    en: 'The number is from {least} (handed over already) to {most} (promised).',
  },
  DELIVERY_OUT_OF_RANGE: {
    ja: '納品する数は、1から残りの{most}までで入力してください。',
    en: 'A delivery is between 1 and the remaining {most} units.',
  },
});

export const inspectionErrors = defineErrors('INSPECTION', {
  DONE_BEFORE: {
    ja: 'この納品は、すでに検品されています。',
    en: 'This delivery was inspected before.',
  },
  DEFECTS_OUT_OF_RANGE: {
    ja: '不良の数は、0から納品数の{most}までで入力してください。',
    en: 'Defects are between 0 and the {most} units delivered.',
  },
  HANDLING_MISSING: {
    ja: '不良がある場合は、「直してもらう」か「数を減らす」かを選んでください。',
    en: 'Choose whether defects are made good (REWORK) or taken off (REDUCE).',
  },
  REWORK_DATE_MISSING: {
    ja: '直しの期日を、今日以降の日で入力してください。',
    en: 'Give the date by which defects are made good, today or later.',
  },
});
