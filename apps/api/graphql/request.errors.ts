import { defineErrors } from '#yui/platform';

/** What may be wrong with a request before any of it runs. */
export const requestErrors = defineErrors('GRAPHQL', {
  UNREADABLE: { ja: '問い合わせの書き方が正しくありません。（{reason}）', en: 'The query cannot be read: {reason}' },
  INVALID: { ja: '問い合わせの内容が正しくありません。（{reason}）', en: 'The query is not valid: {reason}' },
  INPUT_INVALID: { ja: '入力の形が正しくありません。（{reason}）', en: 'The input is not valid: {reason}' },
  REFUSED: { ja: '問い合わせを受け付けられません。（{reason}）', en: 'The request is refused: {reason}' },
});

/** Names of the schema that graphql-js offers for one that was misspelt. */
export const SUGGESTION = / ?Did you mean [^?]*\?/g;
