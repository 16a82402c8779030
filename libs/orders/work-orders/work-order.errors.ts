import { defineErrors } from '#yui/platform';

export const workOrderErrors = defineErrors('WORK_ORDER', {
  LINES_MISSING: {
    ja: '作業の明細を1つ以上、{most}件まで入力してください。',
    en: 'An order needs 1 to {most} lines.',
  },
  WORK_TYPE_UNKNOWN: {
    ja: '作業種別「{workTypeCode}」はありません。一覧から選んでください。',
    en: 'There is no work type {workTypeCode}; choose one from the list.',
  },
  DUE_DATE_TOO_EARLY: {
    ja: '期日（{dueOn}）は明日以降の日にしてください。',
    en: 'The due date ({dueOn}) must be tomorrow or later.',
  },
  DUE_DATE_TOO_LATE: {
    ja: '期日（{dueOn}）は2年以内の日にしてください。',
    en: 'The due date ({dueOn}) must be within two years.',
  },
});

export const quoteErrors = defineErrors('QUOTE', {
  LINES_DIFFER: {
    ja: '見積には、案件のすべての明細に1つずつ単価を入れてください。',
    en: 'A quote prices every line of the order exactly once.',
  },
  FACILITY_PRICE_TOO_HIGH: {
    ja: '事業所への単価が、発注者への単価を上回っています。',
    en: 'The price for facilities is above the price for the buyer.',
  },
  FACILITY_AMOUNT_MISSING: {
    ja: '明細{position}は、事業所に支払う額が1円になりません。事業所への単価を、1つあたり{leastYen}円以上で入れてください。',
    en: 'Line {position} leaves less than one yen for the facility. Give a price for facilities of at least {leastYen} yen a unit.',
  },
  AMOUNT_TOO_LARGE: {
    ja: '合計が{most}円を超えています。単価と数量をご確認ください。大きな案件は、いくつかに分けてください。',
    en: 'The total is above {most} yen. Check prices and quantities, or divide the order.',
  },
  CHARGES_OF_DESK_ONLY: {
    ja: '送料や値引きの行は、窓口が契約する契約型の見積だけに入れられます。仲介型では、単価に含めてください。',
    en: 'Charges and discounts belong to quotes of 契約型 alone. In 仲介型, include them in the unit prices.',
  },
  TOO_MANY_CHARGES: {
    ja: '作業以外の行は、{most}行までです。まとめてください。',
    en: 'A quote has at most {most} lines besides work; put some together.',
  },
  DISCOUNT_OF_NOTHING: {
    ja: '値引きの額を、1円以上で入れてください。引かないときは、この行を消してください。',
    en: 'State what the discount takes off, or remove the line.',
  },
  DISCOUNT_TOO_LARGE: {
    ja: '値引きが、同じ税区分の行の合計を超えています。値引きを減らすか、税区分ごとに分けてください。',
    en: 'The discount exceeds the lines of its class of tax. Lower it, or divide it over the classes.',
  },
  CANDIDATES_MISSING: {
    ja: '斡旋型では、ご紹介する事業所を1つ以上選んでください。',
    en: 'A referral needs at least one facility to introduce.',
  },
  VALID_UNTIL_PASSED: {
    ja: '見積の有効期限は、今日以降で2年以内の日にしてください。',
    en: 'The quote must stay valid until today or later, within two years.',
  },
  EXPIRED: {
    ja: 'この見積は有効期限を過ぎています。窓口に新しい見積をご依頼ください。',
    en: 'This quote has expired; ask the desk for a new one.',
  },
  REPLACED: {
    ja: 'この見積は新しい版に替わりました。最新の見積をご確認ください。',
    en: 'This quote was replaced by a newer version; look at the newest one.',
  },
  TAKEN_BACK: {
    ja: '窓口がこの見積を見直しています。新しい見積が届くまで、お待ちください。',
    en: 'The desk took this quote back to revise it; please wait for the new one.',
  },
  STEP_PRICES_DIFFER: {
    ja: '工程が2つ以上ある明細には、工程ごとの事業所の単価を1つずつ入れてください。',
    en: 'A line of several steps needs the price for facilities of each step, once.',
  },
  CHOICE_MISSING: {
    ja: 'ご紹介した事業所の中から、1つを選んでください。',
    en: 'Choose one of the facilities the desk introduced.',
  },
});
