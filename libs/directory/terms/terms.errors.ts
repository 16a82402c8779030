import { defineErrors } from '#yui/platform';

export const feeRuleErrors = defineErrors('FEE_RULE', {
  OVERLAPS: {
    ja: '同じ契約の種類と発注者の区分に、期間が重なる手数料（{from}から）があります。先にその終わりの日を決めるか、開始日を変えてください。',
    en: 'Another fee for the same contracts and buyers ({from}) overlaps. End that one first, or begin on another day.',
  },
  IN_THE_PAST: {
    ja: '手数料は、明日以降の日からしか変えられません。今日までの注文には、そのときの手数料が使われています。',
    en: 'A fee can only be changed from tomorrow on: orders until today were made under the fee of their day.',
  },
  VALUE_MISSING: {
    ja: '手数料の決め方に合わせて、率・1つあたりの額・1件あたりの額のどれか1つだけを入力してください。',
    en: 'Give exactly the value that belongs to the kind of fee: a rate, an amount per piece, or a fixed amount.',
  },
  DATES_SWAPPED: {
    ja: '終わりの日は、始まりの日以降にしてください。',
    en: 'The last day must not be before the first.',
  },
});

export const termsErrors = defineErrors('TERMS', {
  PAYMENT_TOO_LATE: {
    ja: 'この締め日と支払日では、作業を受け取ってから60日を超えることがあります（最長{days}日）。支払いを早めてください。',
    en: 'With this closing and payment day a facility may wait {days} days after the work is received; 60 are allowed.',
  },
  REGISTRATION_NUMBER_MALFORMED: {
    ja: '登録番号は「T」と13桁の数字です。入力をお確かめください。',
    en: 'A registration number is T and 13 digits.',
  },
  REGISTRATION_NUMBER_WRONG: {
    ja: '登録番号の数字が合いません。打ちまちがいがないか、通知書とくらべてください。法人でないときは「法人以外」を選んでください。',
    en: 'The digits of the registration number do not fit each other. Compare with the notice; choose OTHER if the holder is no corporation.',
  },
});
