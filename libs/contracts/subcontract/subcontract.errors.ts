import { defineErrors } from '#yui/platform';

export const subcontractErrors = defineErrors('SUBCONTRACT', {
  ITEMS_MISSING: {
    ja: '{facilityName}への発注書に書くことが足りません：{itemsJa}。窓口の取引条件か案件に入力してください。まだ決められないことは、その理由と決める日を登録すると送れます。',
    en: 'The order to {facilityName} does not state: {itemsEn}. Fill it in, in the terms of the desk or in the order; what cannot be decided yet needs a reason and the day it will be.',
  },
  DECIDE_ON_PASSED: {
    ja: '決める日は、今日以降の日にしてください。',
    en: 'The day of the decision must be today or later.',
  },
  MATERIAL_PAID_TOO_EARLY: {
    ja: '有償で支給する材料の代金は、その材料を使った作業の代金を支払う日より前に払ってもらうことはできません。{firstOn}以降の日にしてください。',
    en: 'A facility cannot be made to pay for material before it is paid for the work done with it. Choose {firstOn} or later.',
  },
  NOT_OPEN: {
    ja: 'この項目は、決まっていないものとして登録されていません。',
    en: 'This item is not recorded as undecided.',
  },
});
