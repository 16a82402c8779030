import { defineErrors } from '#yui/platform';

export const questionErrors = defineErrors('QUESTION', {
  ORDER_ENDED: {
    ja: 'この案件は終わっているので、質問できません。窓口に直接お問い合わせください。',
    en: 'This order has ended; please ask the desk directly.',
  },
  ASKED_OF_MISSING: {
    ja: '誰に聞くかを、「発注者」か「事業所」から選んでください。',
    en: 'Choose who is asked: the buyer or a facility.',
  },
  NOT_PASSED_ON: {
    ja: '窓口に届いた質問だけ、ほかの人に聞けます。',
    en: 'Only a question that was put to the desk can be passed on.',
  },
});
