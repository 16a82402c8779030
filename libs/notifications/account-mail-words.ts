import { formatDateTimeJa, formatDateTimeEn } from '#yui/calendar';
import type { AccountChange, AccountMail, PlatformActKind } from '#yui/identity';
import type { Role } from '#yui/platform';
import { message } from './messages/message.js';
import { inPeoplesWords } from './messages/peoples-words.js';
import { fact } from './messages/phrases.js';

const PLATFORM_WAIT_MS = 24 * 3_600_000;

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

const ACTS: Readonly<Record<PlatformActKind, readonly [ja: string, en: string]>> = {
  DISABLE_ACCOUNT: ['アカウントの停止', "shutting somebody's account"],
  ENABLE_ACCOUNT: ['アカウントの再開', "opening somebody's account"],
  RESET_SECOND_FACTOR: ['2段階認証の解除', "taking somebody's second factor away"],
  ERASE_ACCOUNT: ['アカウントの削除', "erasing somebody's account"],
  INVITE: ['窓口の人の招待', 'inviting somebody into the desk'],
};

export function accountMailWords(given: AccountMail): Words {
  const mail = inPeoplesWords(given);
  switch (mail.kind) {
    case 'INVITATION':
      return invitationWords(mail);
    case 'PASSWORD_RESET':
      return resetWords(mail);
    case 'SECURED':
      return securedWords(mail);
    case 'PLATFORM_ACT':
      return platformActWords(mail);
  }
}

function invitationWords(mail: Extract<AccountMail, { kind: 'INVITATION' }>): Words {
  const next = mail.hasAccount
    ? 'すでにお持ちのアカウントでサインインすると、この役割が加わります。'
    : '下のリンクから、お名前とパスワード（またはパスキー）を登録してください。';
  const inviter = [mail.inviter.organisationName, mail.inviter.name].filter((part) => part !== '').join(' ');
  return words(`/invitation#${mail.token}`, {
    subject: `${mail.organisationName} への招待`,
    paragraphs: [
      `${inviter} 様が、あなたを ${mail.organisationName} の「${ROLE_NAMES[mail.role]}」として招待しました。`,
      [next, `期限：${formatDateTimeJa(mail.expiresAt)}（一度だけ使えます）`],
      '心当たりがないときは、何もせずにこのメールを削除してください。',
    ],
    english: `${inviter} invites you to ${mail.organisationName}. The link works once, until ${formatDateTimeEn(mail.expiresAt)}.`,
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
    english: `Set a new password with this link. It works once, until ${formatDateTimeEn(mail.expiresAt)}.`,
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

function platformActWords({
  act,
  deskName,
  personName,
  requestedAt,
  doneAt,
}: Extract<AccountMail, { kind: 'PLATFORM_ACT' }>): Words {
  const [ja, en] = ACTS[act];
  const until = new Date(requestedAt.getTime() + PLATFORM_WAIT_MS);
  return words('/desk/audit', {
    subject: doneAt === null ? `運営者からの操作の申し込み：${ja}` : `運営者が操作しました：${ja}`,
    paragraphs: [
      [
        fact('窓口', deskName),
        fact('操作', ja),
        ...(personName === '' ? [] : [fact('対象の人', personName)]),
        fact('申し込み', formatDateTimeJa(requestedAt)),
        ...(doneAt === null ? [] : [fact('実行', formatDateTimeJa(doneAt))]),
      ],
      doneAt === null
        ? `この操作は、${formatDateTimeJa(until)}以降か、ほかの運営者も確認したときに実行されます。`
        : 'この操作は、窓口の監査の記録に残っています。',
      '心当たりがないときは、すぐに運営者へ、メール以外の方法でご連絡ください。',
    ],
    english:
      doneAt === null
        ? `The platform asked for ${en}. It is done after ${formatDateTimeEn(until)}, or when a second person there confirms it.`
        : `The platform has done what it asked for: ${en}. It stands in the audit of your desk.`,
  });
}

function words(link: string, text: Parameters<typeof message>[1]): Words {
  const { subject, body } = message({ organisationId: '', path: link }, text);
  return { subject, body, link };
}
