import { defineErrors } from '#yui/platform';

export const signInErrors = defineErrors('SIGN_IN', {
  REFUSED: {
    ja: 'メールアドレスかパスワードが違います。',
    en: 'The mail address or the password is wrong.',
  },
  PASSKEY_REFUSED: {
    ja: 'このパスキーではサインインできません。ほかの方法をお試しください。',
    en: 'This passkey cannot be used to sign in. Try another way.',
  },
  TOO_MANY_ATTEMPTS: {
    ja: '間違いが続いたため、{minutes}分ほど待ってからもう一度お試しください。',
    en: 'Too many wrong attempts; wait about {minutes} minutes and try again.',
  },
  BUSY: {
    ja: 'ただいま混み合っています。少し待ってから、もう一度お試しください。',
    en: 'Too many people are signing in at once; try again in a moment.',
  },
  AGAIN: {
    ja: '大切な変更の前に、ご本人であることを確かめます。パスワードかパスキーでサインインし直してください。',
    en: 'Sign in again with your password or passkey before changing this.',
  },
});

export const accountErrors = defineErrors('ACCOUNT', {
  EMAIL_TAKEN: { ja: 'このメールアドレスは、すでに登録されています。', en: 'This mail address is registered already.' },
  EMAIL_INVALID: { ja: 'メールアドレスの形が正しくありません。', en: 'This is not a mail address.' },
  PASSWORD_TOO_SHORT: {
    ja: 'パスワードは{least}文字以上にしてください。',
    en: 'A password needs at least {least} characters.',
  },
  PASSWORD_TOO_LONG: {
    ja: 'パスワードは{most}文字以内にしてください。',
    en: 'A password may have at most {most} characters.',
  },
  PASSWORD_COMMON: {
    ja: 'このパスワードは推測されやすいものです。ご自分だけがわかる文にしてください（例：好きな言葉をいくつか並べる）。',
    en: 'This password is easy to guess. Use a sentence only you know.',
  },
  PASSWORD_WRONG: { ja: '今のパスワードが違います。', en: 'The current password is wrong.' },
  CHALLENGE_EXPIRED: {
    ja: '時間がたちすぎたか、すでに使われています。はじめからやり直してください。',
    en: 'This took too long or was used already. Start again.',
  },
  RESET_INVALID: {
    ja: 'このリンクは使えません。期限が切れたか、すでに使われています。もう一度お申し込みください。',
    en: 'This link is used up or too old. Ask for a new one.',
  },
  HAS_ADMIN: {
    ja: '運営者は、すでにいます。その人に招待を頼んでください。',
    en: 'The platform has an administrator already, who invites its people.',
  },
  LAST_ADMIN: {
    ja: 'ほかに管理者がいないため、できません。先に別の人を管理者にしてください。',
    en: 'There is no other administrator. Make somebody else an administrator first.',
  },
  NOT_YOURSELF: { ja: 'ご自分には、この操作はできません。', en: 'You cannot do this to yourself.' },
  BELONGS_ELSEWHERE: {
    ja: 'この人はほかの組織の役割も持っています。代わりに、この組織での役割を取り消してください。',
    en: 'This person also works for other organisations. Revoke the role in yours instead.',
  },
  LAST_WAY_IN: {
    ja: 'パスワードのないアカウントから、最後のパスキーは削除できません。',
    en: 'The last passkey of an account without a password cannot be removed.',
  },
  PASSKEY_INVALID: { ja: 'パスキーを確かめられませんでした。', en: 'The passkey could not be verified.' },
  TOO_MANY: { ja: 'これ以上は登録できません（{most}個まで）。', en: 'No more can be added (at most {most}).' },
});

export const invitationErrors = defineErrors('INVITATION', {
  INVALID: {
    ja: 'この招待は使えません。期限が切れたか、取り消されたか、すでに使われています。招待した人にご連絡ください。',
    en: 'This invitation is used up, withdrawn or too old. Ask the one who invited you.',
  },
  ALREADY_MEMBER: { ja: 'この人は、すでにこの役割を持っています。', en: 'This person holds the role already.' },
  OPEN_ALREADY: {
    ja: 'この人への招待は、すでに送られています。もう一度送るときは「再送」してください。',
    en: 'This person is invited already; send that invitation again instead.',
  },
  HAS_ADMIN: {
    ja: 'この組織には、すでに管理者がいます。その管理者に招待を頼んでください。',
    en: 'This organisation has an administrator already, who invites its people.',
  },
  OWN_PERSON: {
    ja: '招待する側の組織の人は、ほかの組織の最初の人になれません。その組織の人を招待してください。',
    en: 'People of the inviting organisation cannot be the first ones of another. Invite somebody who works there.',
  },
  SIGN_IN_FIRST: {
    ja: 'このメールアドレスは登録されています。サインインしてから招待を受けてください。',
    en: 'This mail address is registered. Sign in to accept the invitation.',
  },
  OTHER_ADDRESS: {
    ja: 'この招待は、別のメールアドレスへのものです。',
    en: 'This invitation is for another mail address.',
  },
  NO_CREDENTIAL: {
    ja: 'パスワードかパスキーのどちらか一つを登録してください。',
    en: 'Set a password or a passkey, one of the two.',
  },
  TOO_MANY: {
    ja: '一日に送れる招待の数に達しました。明日もう一度お試しください。',
    en: 'No more invitations can be sent today. Try again tomorrow.',
  },
  TOO_MANY_TO_ADDRESS: {
    ja: 'このメールアドレスには、今日はこれ以上招待を送れません。届いているかを相手に確かめ、明日もう一度お試しください。',
    en: 'No more invitations can be sent to this address today. Ask whether they arrived, and try again tomorrow.',
  },
});

export const secondFactorErrors = defineErrors('SECOND_FACTOR', {
  DUE: {
    ja: '先に、2段階認証（確認コード）を済ませてください。',
    en: 'Present or set up your second factor first.',
  },
  WRONG_CODE: {
    ja: '確認コードが違うか、すでに使われています。新しいコードが表示されるまで待って、もう一度お試しください。',
    en: 'The code is wrong or was used already. Wait for the next one and try again.',
  },
  REQUIRED: {
    ja: 'あなたの役割には2段階認証が必要なため、解除できません。別の機器に移すときは、登録し直してください。',
    en: 'Your role needs a second factor. To move it to another device, set it up again.',
  },
  NONE: { ja: '2段階認証は登録されていません。', en: 'No second factor is set up.' },
});

export const apiTokenErrors = defineErrors('API_TOKEN', {
  NAME_TAKEN: { ja: 'この名前は、すでに使われています。', en: 'There is a token with this name already.' },
  EXPIRY_OUT_OF_RANGE: {
    ja: '期限は、明日から1年以内の日時にしてください。',
    en: 'A token expires after at least a day and at most a year.',
  },
  NOT_FOR_TOKENS: {
    ja: 'この操作は、連携用トークンではできません。担当の方がサインインして行ってください。',
    en: 'This is not for tokens: a person has to sign in for it. docs/api.md lists what tokens reach.',
  },
  SCOPE_MISSING: {
    ja: 'この連携用トークンでは、この操作は許されていません（必要な範囲: {scope}）。',
    en: 'The token lacks the scope {scope}.',
  },
  NO_SCOPE: { ja: '許す範囲を一つ以上選んでください。', en: 'Choose at least one scope.' },
});

export const oidcErrors = defineErrors('OIDC', {
  UNKNOWN_PROVIDER: {
    ja: 'この組織のサインインは設定されていません。',
    en: 'Sign-in through this organisation is not set up.',
  },
  FAILED: {
    ja: '組織のサインインを確かめられませんでした。はじめからやり直してください。',
    en: 'The sign-in through your organisation could not be verified. Start again.',
  },
  UNREACHABLE: {
    ja: '組織のサインインの窓口につながりません。少し待つか、パスワードでサインインしてください。',
    en: 'The sign-in service of your organisation cannot be reached. Wait, or use your password.',
  },
  NOT_LINKED: {
    ja: 'まだ結び付けられていません。一度パスワードかパスキーでサインインし、設定で結び付けてください。',
    en: 'Not linked yet. Sign in with your password or passkey once and link it in the settings.',
  },
  TAKEN: {
    ja: 'このサインインは、別のアカウントに結び付けられています。',
    en: 'This sign-in is linked to another account.',
  },
});
