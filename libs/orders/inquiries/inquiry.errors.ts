import { defineErrors } from '#yui/platform';

export const inquiryErrors = defineErrors('INQUIRY', {
  DAY_IMPOSSIBLE: {
    ja: '受けた日は、今日までの5年以内の日を入力してください。',
    en: 'It came on a day within the last five years, not after today.',
  },
  NEXT_INCOMPLETE: {
    ja: '次にすることと、その日の両方を入力してください。',
    en: 'State both what is done next and when.',
  },
  ORDER_MISSING: {
    ja: 'どの案件になったかを選んでください。',
    en: 'Say which order it became.',
  },
  ORDER_TAKEN: {
    ja: 'この案件は、ほかの引合いから生まれたものとして記録されています。',
    en: 'This order is recorded as what another inquiry became.',
  },
  FACILITY_MISSING: {
    ja: 'どの事業所に紹介したかを選んでください。',
    en: 'Say to which facility it was referred.',
  },
  REASON_MISSING: {
    ja: '終わった理由を選んでください。',
    en: 'Say why nothing came of it.',
  },
});
