import { defineErrors } from '#yui/platform';

export const paperErrors = defineErrors('PAPER', {
  NOT_READY: {
    ja: 'PDFを作成しています。数秒待ってから、もう一度開いてください。',
    en: 'The PDF is being made. Open it again in a few seconds.',
  },
});
