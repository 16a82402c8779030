import { defineErrors } from '#yui/platform';

export const buyerErrors = defineErrors('BUYER', {
  NAME_TAKEN: {
    ja: '「{name}」という発注者は、すでに登録されています。',
    en: 'A buyer called {name} is registered already.',
  },
  ALREADY_REGISTERED: {
    ja: 'この発注者は、すでにこの窓口に登録されています。',
    en: 'This buyer is registered with the desk already.',
  },
  DEPARTMENT_TAKEN: {
    ja: '「{name}」という部署は、すでにあります。',
    en: 'There is a department called {name} already.',
  },
  NO_DEPARTMENTS: {
    ja: '部署を登録できるのは、官公庁の発注者だけです。',
    en: 'Only a government office has departments.',
  },
});
