import { defineErrors } from '#yui/platform';

export const referralErrors = defineErrors('REFERRAL', {
  AMOUNT_MISSING: {
    ja: '契約が成立したときは、契約金額（税抜き）を入力してください。',
    en: 'Give the amount of the contract, without tax.',
  },
  REASON_MISSING: {
    ja: '契約にならなかったときは、その理由を入力してください。',
    en: 'Say why no contract was made.',
  },
});
