import { defineErrors } from '#yui/platform';

export const cancellationErrors = defineErrors('CANCELLATION', {
  ASKED_BEFORE: {
    ja: 'この案件の取り消しは、すでに窓口に届いています。返事をお待ちください。',
    en: 'The desk has been asked to cancel this order already; please wait for its answer.',
  },
  NOT_ASKED: {
    ja: '返事を待っている取り消しの依頼は、ありません。画面を開き直してご確認ください。',
    en: 'There is no request for cancellation that waits for an answer. Reload to see the current state.',
  },
  IS_REFERRAL: {
    ja: '斡旋型の案件は、ご紹介の結果（契約に至らなかった理由）を報告して終えてください。',
    en: 'End a referral by reporting its outcome: why no contract came of it.',
  },
});
