import { defineErrors } from '#yui/platform';

export const allocationErrors = defineErrors('ALLOCATION', {
  STALE: {
    ja: '配分案を作ったあとに、事業所の予定や回答が変わりました。新しい配分案をご確認ください。',
    en: 'Capacity or answers changed since this plan was made. Look at the new plan.',
  },
  NOT_ORDERED: {
    ja: '発注を受けた案件だけ、配分できます（斡旋型は配分しません）。',
    en: 'Only an order the buyer has placed is split; a referral never is.',
  },
  NOTHING_TO_PLACE: {
    ja: 'この明細は、すべての数量を事業所が引き受けています。',
    en: 'Facilities have committed to the whole quantity of this line.',
  },
  OPEN_SHARES_WOULD_END: {
    ja: '{names}に打診中（または配分案で計画中）の割当があり、このまま配分するとそれを取り下げることになるため、何も変えていません。その割当も同じ数で加えるか、案件の画面で配分を見直してください。',
    en: '{names} are asked, or planned, for shares that this split would take back, so nothing was changed. Add their shares with the same units, or split the order again on its page.',
  },
  REASON_MISSING: {
    ja: '窓口の設定と違う条件で配分するときは、理由を入力してください（記録に残ります）。',
    en: 'Write why this split differs from the settings of the desk; the reason is kept on record.',
  },
  OPTIONS_UNUSABLE: {
    ja: '配分の条件が正しくありません。数量の合計や、事業所の選び方をご確認ください。',
    en: 'The options of the split cannot be used. Check quantities and facilities.',
  },
});
