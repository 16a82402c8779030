import { defineErrors } from '#yui/platform';

export const amendmentErrors = defineErrors('AMENDMENT', {
  PROPOSED_BEFORE: {
    ja: 'この案件には、返事を待っている変更があります。先に、その返事か取り下げを済ませてください。',
    en: 'A change of this order waits for an answer. It has to be answered or withdrawn first.',
  },
  NOTHING_CHANGES: {
    ja: '変わるところがありません。変えたいところを入れてください。',
    en: 'Nothing would change. Say what is to be different.',
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
  PRICE_OF_FACILITY: {
    ja: '仲介型の単価は、発注者と事業所の間の約束です。窓口から変えることはできません。',
    en: 'In this contract type buyer and facility agree on the price; the desk cannot propose another one.',
  },
  OVERTAKEN: {
    ja: 'この申し入れのあとで、作業の割り当てか日程が変わったため、このままでは変更できません。窓口に連絡して、出し直してもらってください。',
    en: 'Shares or dates have changed since this was proposed, so it can no longer be done as it stands. Ask the desk to propose it again.',
  },
  CUTS_DIFFER: {
    ja: '工程{position}で{surplus}減らす必要があります。引き受け済みの割当から、減らす数をちょうどその数だけ指定してください。',
    en: 'Step {position} must lose {surplus} units: say by how much accepted shares shrink, exactly that many in all.',
  },
});
