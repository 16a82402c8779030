import { defineErrors } from '#yui/platform';

export const amendmentErrors = defineErrors('AMENDMENT', {
  PROPOSED_BEFORE: {
    ja: 'この案件には、返事を待っている変更の依頼があります。先にそれを取り下げるか、返事をお待ちください。',
    en: 'A change of this order waits for an answer. Withdraw it first, or wait.',
  },
  NOTHING_CHANGES: {
    ja: '変わるところがありません。数量・期日・仕様のどれかを変えてください。',
    en: 'Nothing would change. Give another quantity, date or specification.',
  },
  BELOW_DELIVERED: {
    ja: '明細{position}は、すでに納品された分があるため、{least}より少なくできません。',
    en: 'Of line {position}, {least} units are handed over already; it cannot become less.',
  },
  NO_LINE_LEFT: {
    ja: 'すべての明細を取りやめることは、変更ではできません。注文の取り消しをご依頼ください。',
    en: 'An amendment cannot drop every line. Ask to cancel the order instead.',
  },
  LINES_REPEATED: {
    ja: '同じ明細の変更が2回以上あります。1つの明細につき1回にまとめてください。',
    en: 'A line is named more than once. Put all changes of a line together.',
  },
  NOT_NOW: {
    ja: '今の状態の案件は、変更できません。窓口にご相談ください。',
    en: 'An order in its present state cannot be changed. Please ask the desk.',
  },
  CUTS_DIFFER: {
    ja: '工程{position}で{surplus}減らす必要があります。引き受け済みの割当から、減らす数をちょうどその数だけ指定してください。',
    en: 'Step {position} must lose {surplus} units: say by how much accepted shares shrink, exactly that many in all.',
  },
});
