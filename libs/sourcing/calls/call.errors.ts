import { defineErrors } from '#yui/platform';

export const callErrors = defineErrors('CALL', {
  ORDER_NOT_READY: {
    ja: '募集できるのは、確認を始めてから納品が終わるまでの案件だけです。',
    en: 'Facilities can be called from the review of an order until its work is done.',
  },
  NOBODY_TO_ASK: {
    ja: 'この作業ができる事業所がありません。事業所を選ぶか、事業所の対応能力をご確認ください。',
    en: 'No facility offers this work. Choose facilities, or check what they offer.',
  },
  DEADLINE_UNUSABLE: {
    ja: '募集の締切は、今より後で、納品の日（{dueOn}）より前にしてください。',
    en: 'The deadline must lie in the future and before the day of delivery ({dueOn}).',
  },
  DUE_DATE_UNUSABLE: {
    ja: '納品の日は、明日から案件の期日（{latest}）までの日にしてください。',
    en: 'The day of delivery must be from tomorrow to the due date of the order ({latest}).',
  },
  UNITS_OUT_OF_RANGE: {
    ja: 'できる数は、1から{most}までで入力してください。',
    en: 'The units you could do are from 1 to {most}.',
  },
  FINISH_OUT_OF_RANGE: {
    ja: 'できあがる日は、今日から1年以内の日を入力してください。',
    en: 'The day you could finish must be today or later, within a year.',
  },
  OVER: {
    ja: 'この募集は終わっています。できる場合は、窓口へご連絡ください。',
    en: 'This call is over. If you could do it, tell the desk.',
  },
  NOT_ANSWERED: {
    ja: '取り下げる回答がありません。',
    en: 'There is no answer to take back.',
  },
  NOT_CLOSED: {
    ja: '募集を締め切ってから、配分に使ってください。',
    en: 'Close the call before you split the work by its answers.',
  },
  OTHER_LINE: {
    ja: 'この募集は、別の明細のものです。',
    en: 'This call was about another line.',
  },
  QUESTION_ANSWERED: {
    ja: 'この質問には、すでに回答しています。',
    en: 'This question has been answered.',
  },
});
