import { defineErrors } from '#yui/platform';

export const capacityErrors = defineErrors('CAPACITY', {
  EXCEEDED: {
    ja: '{dueOn}までにできる数量は、いま{possibleUnits}です。数量を減らすか、期日の相談をしてください。',
    en: 'Until {dueOn} only {possibleUnits} units can be promised now. Take fewer, or propose a later date.',
  },
  DATES_EXCEEDED: {
    ja: '次の日は、ほかの仕事の約束があるため、できません：{dates}。窓口にお知らせください。日程を組み直します。',
    en: 'These dates cannot be kept beside what is promised already: {dates}. Tell the desk, which plans them again.',
  },
  PROMISE_WOULD_BE_LATE: {
    ja: 'このように変えると、{dueOn}までに約束した「{workTypeJa}」（{units}{unit}）が間に合わなくなるため、変えられません。先に共同受注窓口とご相談ください。',
    en: '{workTypeEn} ({units} {unit}), promised until {dueOn}, would be late after this change. Talk to the desk first.',
  },
  PROMISES_WOULD_BE_LATE: {
    ja: 'このように変えると、すでに約束した作業が間に合わなくなるため、変えられません。事業所にご確認ください。',
    en: 'Work that is promised already would be late after this change. Ask the facility.',
  },
  WEEK_INCOMPLETE: {
    ja: '月曜日から日曜日まで、7日分の作業時間を入力してください。',
    en: 'Give the work minutes of all seven days, Monday first.',
  },
  DAY_OUT_OF_RANGE: {
    ja: '日付は{first}から{last}までで指定してください。',
    en: 'The day must be from {first} to {last}.',
  },
});
