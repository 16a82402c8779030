import { defineErrors } from '#yui/platform';

export const materialErrors = defineErrors('MATERIAL', {
  QUANTITY_OUT_OF_RANGE: {
    ja: '数は、1から{most}までで入力してください。足りないときや、届いた数が違うときは、窓口にお知らせください。',
    en: 'The number is from 1 to {most}. If something is missing, tell the desk.',
  },
  PAYMENT_MISSING: {
    ja: '有償で支給するときは、単価のほかに、支払いの期日（今日以降）と方法も入力してください。無償のときは、3つとも空にしてください。',
    en: 'For material against payment give its price, the day of payment (today or later) and how it is paid; for free material none of the three.',
  },
});
