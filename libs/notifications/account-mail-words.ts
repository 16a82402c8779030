import { formatDateTimeJa } from '#yui/calendar';
import type { AccountChange, AccountMail } from '#yui/identity';
import type { Role } from '#yui/platform';
import { message } from './messages/message.js';
import { deadlineEn } from './messages/phrases.js';

interface Words {
  readonly subject: string;
  readonly body: string;
  /** Path of the page; a token stands behind `#`, where no server and no log sees it. */
  readonly link: string;
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  BUYER_MEMBER: '発注者の担当者',
  BUYER_ADMIN: '発注者の管理者',
  DESK_COORDINATOR: '共同受注窓口の担当者',
  DESK_ADMIN: '共同受注窓口の管理者',
  FACILITY_MEMBER: '事業所の担当者',
  FACILITY_ADMIN: '事業所の管理者',
  PREFECTURE_OFFICER: '都道府県の担当者',
  PLATFORM_ADMIN: '運営者',
};

const CHANGES: Readonly<Record<AccountChange, readonly [ja: string, en: string]>> = {
  PASSWORD_CHANGED: ['パスワードが変わりました', 'Your password was changed'],
  SECOND_FACTOR_SET_UP: ['2段階認証が登録されました', 'A second factor was set up'],
  SECOND_FACTOR_REMOVED: ['2段階認証が解除されました', 'Your second factor was removed'],
  RECOVERY_CODE_USED: ['回復コードでサインインがありました', 'A recovery code was used to sign in'],
  RECOVERY_CODES_RENEWED: ['回復コードが新しくなりました', 'Your recovery codes were renewed'],
  PASSKEY_ADDED: ['パスキーが追加されました', 'A passkey was added'],
  PASSKEY_REMOVED: ['パスキーが削除されました', 'A passkey was removed'],
  PROVIDER_LINKED: ['組織のサインインが結び付けられました', 'Sign-in through your organisation was linked'],
  API_TOKEN_CREATED: ['システム連携用のトークンが作られました', 'An API token was created'],
};

export function accountMailWords(mail: AccountMail): Words {
  switch (mail.kind) {
    case 'INVITATION':
      return invitationWords(mail);
    case 'PASSWORD_RESET':
      return resetWords(mail);
    case 'SECURED':
      return securedWords(mail);
  }
}

function invitationWords(mail: Extract<AccountMail, { kind: 'INVITATION' }>): Words {
  const next = mail.hasAccount
    ? 'すでにお持ちのアカウントでサインインすると、この役割が加わります。'
    : '下のリンクから、お名前とパスワード（またはパスキー）を登録してください。';
  return words(`/invitation#${mail.token}`, {
    subject: `${mail.organisationName} への招待`,
    paragraphs: [
      `${mail.organisationName} の「${ROLE_NAMES[mail.role]}」として招待されました。`,
      [next, `期限：${formatDateTimeJa(mail.expiresAt)}（一度だけ使えます）`],
      '心当たりがないときは、何もせずにこのメールを削除してください。',
    ],
    english: `You are invited to ${mail.organisationName}. The link works once, until ${deadlineEn(mail.expiresAt)}.`,
  });
}

function resetWords(mail: Extract<AccountMail, { kind: 'PASSWORD_RESET' }>): Words {
  return words(`/reset-password#${mail.token}`, {
    subject: 'パスワードの再設定',
    paragraphs: [
      'パスワードの再設定の申し込みがありました。下のリンクから、新しいパスワードを決めてください。',
      `期限：${formatDateTimeJa(mail.expiresAt)}（一度だけ使えます）`,
      '心当たりがないときは、何もせずにこのメールを削除してください。パスワードは変わりません。',
    ],
    english: `Set a new password with this link. It works once, until ${deadlineEn(mail.expiresAt)}.`,
  });
}

function securedWords({ change, at }: Extract<AccountMail, { kind: 'SECURED' }>): Words {
  const [ja, en] = CHANGES[change];
  return words('/account', {
    subject: ja,
    paragraphs: [
      `${formatDateTimeJa(at)}に、あなたのアカウントで次の変更がありました：${ja}。`,
      'ご自分でしたことなら、何もする必要はありません。心当たりがないときは、すぐにパスワードを再設定し、窓口または運営者にご連絡ください。',
    ],
    english: `${en}. If this was not you, reset your password at once and tell your desk.`,
  });
}

function words(link: string, text: Parameters<typeof message>[1]): Words {
  const { subject, body } = message({ organisationId: '', path: link }, text);
  return { subject, body, link };
}
