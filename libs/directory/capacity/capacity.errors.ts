import { defineErrors } from '#yui/platform';

export const capacityErrors = defineErrors('CAPACITY', {
  EXCEEDED: {
    ja: '{dueOn}までにできる数量は、いま{possibleUnits}です。数量を減らすか、期日の相談をしてください。',
    en: 'Until {dueOn} only {possibleUnits} units can be promised now. Take fewer, or propose a later date.',
  },
});
