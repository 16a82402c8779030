import { defineErrors } from './domain-error.js';

/**
 * The one answer for a thing that does not exist and for a thing the asker may not see: the two cannot be told apart.
 */
export const accessErrors = defineErrors('ACCESS', {
  NOT_FOUND: {
    ja: '見つかりませんでした。番号やリンクが正しいか、ご確認ください。',
    en: 'Not found. Check the number or the link.',
  },
  SIGN_IN_REQUIRED: { ja: 'サインインしてください。', en: 'Sign in first.' },
});

export const idempotencyErrors = defineErrors('IDEMPOTENCY', {
  KEY_REUSED: {
    ja: '同じ受付キーが別の内容で使われています。画面を開き直して、もう一度お試しください。',
    en: 'This idempotency key was used with other content. Use a new key for a new request.',
  },
});

export const platformErrors = defineErrors('PLATFORM', {
  BUSY: {
    ja: 'ただいま混み合っています。何も変更されていません。少し待ってから、もう一度お試しください。',
    en: 'Too many people are changing this at once. Nothing was changed; try again in a moment.',
  },
  UNAVAILABLE: {
    ja: 'ただいまシステムの一部につながらないため、受け付けられません。しばらく待ってから、もう一度お試しください。同じ操作をもう一度送っても、二重にはなりません。',
    en: 'A part of the system cannot be reached at the moment. Try again in a while; the same request sent again takes effect once.',
  },
  NO_SPACE: {
    ja: '保存する場所がいっぱいのため、受け付けられませんでした。何も変更されていません。システムの管理者にお知らせください。',
    en: 'There is no space left to keep this, so nothing was changed. Tell the administrator of the system.',
  },
  CLOCK_FIXED: {
    ja: 'この環境では時刻を動かせません。',
    en: 'The clock of this installation cannot be moved (CLOCK_MOVABLE).',
  },
});

/** They are shown beside the field, whose name in the api says nothing to people: `fields` of the error leads there. */
export const inputErrors = defineErrors('INPUT', {
  FIELDS_INVALID: {
    ja: '入力していただいた内容に、直していただきたいところが{count}か所あります。',
    en: '{count} fields of the input have to be corrected.',
  },
  TEXT_UNREADABLE: {
    ja: '画面や書類に表示できない文字（{character}）が含まれています。その文字を消すか、入力し直してください。',
    en: 'This holds a character that cannot be shown on pages and papers ({character}). Remove it, or type the text again.',
  },
  TEXT_EMPTY: { ja: '入力されていません。入力してください。', en: 'This is empty. Fill it in.' },
  TEXT_TOO_LONG: {
    ja: '長すぎます。{most}文字以内で入力してください。',
    en: 'This is too long. It may have at most {most} characters.',
  },
  NUMBER_OUT_OF_RANGE: {
    ja: '{least}から{most}までの整数で入力してください。',
    en: 'This must be a whole number from {least} to {most}.',
  },
  CURSOR_INVALID: {
    ja: '一覧の続きの場所が正しくありません。一覧を最初から開き直してください。',
    en: 'The cursor (after) is not one of this list. Read the list from its beginning.',
  },
});
