import { defineErrors } from '#yui/platform';

export const materialErrors = defineErrors('MATERIAL', {
  QUANTITY_OUT_OF_RANGE: {
    ja: '数は、1から{most}までで入力してください。足りないときや、届いた数が違うときは、窓口にお知らせください。',
    en: 'The number is from 1 to {most}. If something is missing, tell the desk.',
  },
});
