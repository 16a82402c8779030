import { defineErrors } from '#yui/platform';

export const membershipErrors = defineErrors('MEMBERSHIP', {
  NAME_TAKEN: {
    ja: '「{name}」という事業所は、すでに会員登録されています。同じ名前の別の事業所なら、区別できる名前にしてください。',
    en: 'A facility called {name} is a member already. If it is another one, give it a name that tells them apart.',
  },
  ALREADY_MEMBER: {
    ja: 'この事業所は、すでに会員登録されています。',
    en: 'This facility is a member already.',
  },
  HAS_LEFT: {
    ja: '会員登録が終了した事業所（{names}）には依頼できません。配分をやり直してください。',
    en: 'Nothing can be offered to facilities that have left ({names}). Allocate again.',
  },
  DAY_OUT_OF_RANGE: {
    ja: '登録日は、{first}から{last}までの日にしてください。',
    en: 'A facility joins on a day from {first} to {last}.',
  },
  TYPE_UNKNOWN: {
    ja: '事業所の種別「{typeCode}」はありません。一覧から選んでください。',
    en: 'There is no kind of facility {typeCode}. Choose one of the list.',
  },
  CODE_NEEDED: {
    ja: 'この事業所は、別の窓口に会員登録されているか、利用する人がいるため、事業所の同意が必要です。事業所に登録コードを発行してもらい、そのコードで登録してください。',
    en: 'This facility is registered elsewhere or has people of its own, so it has to agree: ask it for its registration code and register it with that.',
  },
  ONE_WAY: {
    ja: '以前の会員を選ぶか、登録コードを入力するか、どちらか一つにしてください。',
    en: 'Name a former member or give a registration code: one of the two.',
  },
});
