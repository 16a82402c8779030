import { defineErrors } from '#yui/platform';

export const signInErrors = defineErrors('SIGN_IN', {
  REFUSED: {
    ja: 'メールアドレスかパスワードが違います。',
    en: 'The mail address or the password is wrong.',
  },
  TOO_MANY_ATTEMPTS: {
    ja: '間違いが続いたため、{minutes}分ほど待ってからもう一度お試しください。',
    en: 'Too many wrong attempts; wait about {minutes} minutes and try again.',
  },
});

export const accountErrors = defineErrors('ACCOUNT', {
  EMAIL_TAKEN: { ja: 'このメールアドレスは、すでに登録されています。', en: 'This mail address is registered already.' },
  PASSWORD_TOO_SHORT: {
    ja: 'パスワードは15文字以上にしてください。',
    en: 'A password needs at least 15 characters.',
  },
});
