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
});
