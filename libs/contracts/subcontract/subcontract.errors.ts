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
  NOT_OPEN: {
    ja: 'この項目は、決まっていないものとして登録されていません。',
    en: 'This item is not recorded as undecided.',
  },
});
