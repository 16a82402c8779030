import { defineErrors } from '#yui/platform';

export const MAX_USUAL_MB = 1;
export const MAX_LARGE_MB = 8;

/** What is wrong with a request before anybody looks at what it asks. */
export const httpErrors = defineErrors('HTTP', {
  POST_ONLY: { ja: 'この窓口は POST だけを受け付けます。', en: 'Only POST is answered here.' },
  JSON_ONLY: {
    ja: 'この窓口は application/json だけを受け付けます。',
    en: 'Only application/json is read here.',
  },
  FILE_ONLY: {
    ja: 'ファイルは application/octet-stream として送ってください。',
    en: 'A file is sent as application/octet-stream.',
  },
  FOREIGN_ORIGIN: {
    ja: 'ほかのサイトからの操作は受け付けません。',
    en: 'Requests from pages of other sites are refused.',
  },
  LENGTH_MISSING: {
    ja: 'リクエストの長さ（Content-Length）が必要です。',
    en: 'Say how long the request is (Content-Length).',
  },
  BODY_TOO_LARGE: {
    ja: '送られた内容が大きすぎます。{most}MB以内にしてください。',
    en: 'The request is too large; at most {most} MB.',
  },
  BODY_UNREADABLE: {
    ja: '送られた内容を JSON として読めませんでした。',
    en: 'The body of the request is not JSON.',
  },
  NOT_FOUND: { ja: 'このページはありません。', en: 'There is no such page.' },
});
