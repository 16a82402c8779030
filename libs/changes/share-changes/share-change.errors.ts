import { defineErrors } from '#yui/platform';

export const shareChangeErrors = defineErrors('SHARE_CHANGE', {
  ASKED_BEFORE: {
    ja: 'この割当には、事業所の返事を待っている変更があります。先にそれを取り下げてください。',
    en: 'A change of this share waits for the answer of the facility. Withdraw it first.',
  },
  NOTHING_CHANGES: {
    ja: '引き受け済みより少ない数か、早い期日（明日以降）を入力してください。',
    en: 'Give fewer units, or an earlier date from tomorrow on, than the facility has said yes to.',
  },
  REASON_MISSING: {
    ja: 'お受けできない理由を入力してください。',
    en: 'Say why it cannot be done.',
  },
});
