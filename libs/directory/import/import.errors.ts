import { defineErrors } from '#yui/platform';

export const importErrors = defineErrors('IMPORT', {
  DESK_UNKNOWN: {
    ja: '共同受注窓口「{deskCode}」はありません。窓口のコードを確かめてください。',
    en: 'There is no desk with the code {deskCode}.',
  },
  TYPE_UNKNOWN: {
    ja: '事業所の種別「{typeCode}」はありません。',
    en: 'There is no kind of facility called {typeCode}.',
  },
  FACILITY_AMBIGUOUS: {
    ja: '「{name}」という事業所が登録に2つ以上あり、どれか分かりません。事業所番号・法人名・所在地のどれかを入れてください。',
    en: 'Several facilities called {name} are registered, and which is meant is not known. Add its number, corporation or address.',
  },
  BUSY: {
    ja: '他の取り込みを処理しています。1分ほど待って、もう一度お試しください。',
    en: 'Other imports are under way. Try again in a minute.',
  },
});
