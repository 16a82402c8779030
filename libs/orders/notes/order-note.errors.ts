import { defineErrors } from '#yui/platform';

export const orderNoteErrors = defineErrors('ORDER_NOTE', {
  TOO_MANY: {
    ja: '1つの案件のメモは{most}件までです。要らないメモを消してから、書いてください。',
    en: 'An order has at most {most} notes. Remove one that is no longer needed, then write.',
  },
});
