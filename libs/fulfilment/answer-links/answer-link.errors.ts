import { defineErrors } from '#yui/platform';

export const answerLinkErrors = defineErrors('ANSWER_LINK', {
  UNKNOWN: {
    ja: 'このリンクは使えません。メールまたは最新の手紙のリンクを開くか、窓口にお問い合わせください。',
    en: 'This link does not work. Open the link of the mail or of the newest letter, or ask the desk.',
  },
  TERMS_CHANGED: {
    ja: 'このメールのあとで、依頼の内容が変わりました。新しいメールをご確認ください。',
    en: 'The offer has changed since this mail. Look at the newest mail.',
  },
});
