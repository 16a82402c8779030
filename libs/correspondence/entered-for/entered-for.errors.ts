import { defineErrors } from '#yui/platform';

export const enteredForErrors = defineErrors('ENTERED_FOR', {
  SWITCHED_OFF: {
    ja: 'この相手は、窓口による代理入力を受け付けない設定にしています。ご本人に入力してもらうか、設定の変更をお願いしてください。',
    en: 'This party does not let desks enter anything for it. Ask it to do so itself, or to change that setting.',
  },
  PARTY_MISSING: {
    ja: 'だれの代わりに入力するか（発注者か事業所）を、1つだけ選んでください。',
    en: 'Say for whom this is entered: one buyer or one facility.',
  },
  EVIDENCE_MISSING: {
    ja: '発注や検収は相手の意思表示です。届いた書類を添付するか、聞いた内容をメモに書いてください。',
    en: 'An order and an acceptance are statements of law: attach what was received, or write down what was said.',
  },
  OVERTAKEN: {
    ja: 'お聞きした日時より後に、相手がご自身でこの件を入力しています（{at}）。新しいほうが有効です。画面で内容を確かめ、それでも変えるときは、相手にもう一度確かめてから、確かめた日時で入力してください。',
    en: 'The party has acted on this itself ({at}) after it said so, and the later word counts. Look at what it did; to change it, ask the party again and enter when it said so.',
  },
  SAID_AT_IMPOSSIBLE: {
    ja: '聞いた日時は、いまより前の1年以内で入力してください。',
    en: 'It was said before now, and within the last year.',
  },
});
