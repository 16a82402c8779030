import { defineErrors } from '#yui/platform';

export const answerLinkErrors = defineErrors('ANSWER_LINK', {
  UNKNOWN: {
    ja: 'このリンクは使えません。メールまたは最新の手紙のリンクを開くか、窓口にお問い合わせください。',
    en: 'This link does not work. Open the link of the mail or of the newest letter, or ask the desk.',
  },
  REPLACED: {
    ja: 'あとから新しい手紙を作ったため、この手紙のコードは使えません。お問い合わせは {desk} まで（電話 {phone}）。',
    en: 'A newer letter was made, so the code of this one does not work any more. Ask {desk} (telephone {phone}).',
  },
  TERMS_CHANGED: {
    ja: 'このお知らせのあとで、依頼の内容が変わりました。新しいメールか手紙をご確認ください。',
    en: 'The offer has changed since you were told of it. Look at the newest mail or letter.',
  },
});
