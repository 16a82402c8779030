import { defineErrors } from '#yui/platform';

export const governmentErrors = defineErrors('GOVERNMENT', {
  NOT_A_GOVERNMENT: {
    ja: 'この発注者は官公庁として登録されていません。官公庁の発注者だけが対象です。',
    en: 'This buyer is a company. Only government buyers have these rules.',
  },
  ABOVE_CEILING: {
    ja: '入力された限度額は、この日付の法令の上限（{ceilingYen}円）を超えています。規則の金額と施行日を確かめてください。',
    en: 'The limit is above the ceiling of the law on that date ({ceilingYen} yen). Check amount and date of the rule.',
  },
  BASIS_NOT_POSSIBLE: {
    ja: '選ばれた契約の根拠は、この案件では使えません。提案の理由をご確認ください。',
    en: 'This basis is not possible for the order. Look at the reasons of the proposal.',
  },
  NO_PRICE_YET: {
    ja: '見積がまだないため、契約の根拠を判断できません。見積のあとにもう一度お試しください。',
    en: 'There is no quote yet, so the basis cannot be judged. Try again after the quote.',
  },
  DECIDED_ALREADY: {
    ja: '発注のあとは、契約の根拠を変えられません。',
    en: 'The basis cannot be changed once the order is placed.',
  },
  PUBLISHED_ALREADY: {
    ja: 'この公表文は公表済みのため、変えられません。',
    en: 'This text has been published and stays as it is.',
  },
  TOO_EARLY_FOR_RESULT: {
    ja: '契約後の公表文は、発注のあとに作れます。',
    en: 'The publication after the contract is drafted once the order is placed.',
  },
  PERIOD_REVERSED: {
    ja: '認定の終わりの日（{untilOn}）が、始まりの日（{fromOn}）より前です。日付を確かめてください。',
    en: 'The recognition ends ({untilOn}) before it begins ({fromOn}). Check the dates.',
  },
  CATEGORY_MISSING: {
    ja: '国の区分のすべてに、自庁の区分を決めてください（{missing}がありません）。',
    en: 'Every category of the national scheme needs one of your own ({missing} is missing).',
  },
  BASIS_MISSING: {
    ja: 'この発注者の決まりでは、どの号で契約するかを決めてから発注します。「契約の根拠」の画面で決めてください。',
    en: 'This government orders only once it has decided by which item. Decide it on the page of the basis first.',
  },
});
