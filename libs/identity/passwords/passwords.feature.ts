import { feature } from '#yui/platform';
import { ChangePassword } from './change-password.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { ResetPassword } from './reset-password.js';
import { SignIn } from './sign-in.js';

export const passwords = feature({
  commands: [ChangePassword, RequestPasswordReset, ResetPassword, SignIn],
  auditSentences: {
    changePassword: { ja: 'パスワードを変更しました。', en: 'Changed the password.' },
    requestPasswordReset: { ja: 'パスワードの再設定を申し込みました。', en: 'Asked for a new password.' },
    resetPassword: { ja: 'パスワードを再設定しました。', en: 'Set a new password by mail.' },
  },
  retention: {
    password_reset: `expires_at < now() - interval '7 days'`,
  },
});
