import type { Recipient } from '#yui/identity';
import { glossaryFor } from './glossary.js';
import type { Mail } from './mail-server.js';
import { bareSubject, MARK } from './messages/message.js';
import { peoplesWords } from './messages/peoples-words.js';
import type { Notification } from './inbox/notification.entity.js';

const ANSWER = 'サインインせずに返事をする（お返事の期限まで使えます）';
const FOOTER = [
  'このメールは「結（ゆい）」が自動で送っています。返信はできません。',
  'Sent automatically by Yui. Please do not reply.',
];

/** Each link says what it is for, by the page it opens. */
const LINK_WORDS: readonly (readonly [page: RegExp, words: string])[] = [
  [/^\/papers\//, '書類を開く'],
  [/^\/invitation/, '招待を受ける'],
  [/^\/reset-password/, '新しいパスワードを決める'],
  [/^\/account/, 'アカウントの画面を開く'],
  [/^\/(?:desk|facility)\/calls\//, '募集の画面を開く'],
  [/^\/desk\/orders\//, '案件の画面を開く'],
  [/^\/buyer\/orders\//, 'ご注文の画面を開く'],
  [/^\/facility\/assignments/, 'お仕事の画面を開く'],
  [/^\/facility\/desks/, '窓口への登録を見る'],
  [/^\/desk\/audit/, '監査の記録を見る'],
  [/^\/desk\/members/, '会員の一覧を見る'],
];
const linkWords = (path: string): string => LINK_WORDS.find(([page]) => page.test(path))?.[1] ?? '画面を開く';

/** What a mail says: everything but the frame around it. */
type Words = Pick<Notification, 'id' | 'link' | 'subject' | 'body'> &
  Partial<Pick<Notification, 'workOrderId' | 'paperId'>>;

export interface MailPart {
  readonly notification: Words;
  /** Path of the page on which it is answered without signing in; null for what asks for no such answer. */
  readonly answerPath: string | null;
}

/** Somebody who is invited has no account yet, and no name. */
type Addressee = Pick<Recipient, 'email' | 'name'> & Partial<Recipient>;

interface Frame {
  readonly PUBLIC_URL: string;
  readonly MAIL_FROM: string;
}

interface Section {
  /** Null where the mail has this one alone. */
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly links: readonly (readonly [words: string, url: string])[];
}

/**
 * The mail of one notification or of several: greeting, words, links that say what they are for. The Message-ID is made
 * from the first of them, so that a mail sent twice can be told from two mails; mails about one order are one thread.
 */
export function writeMail(
  parts: readonly [MailPart, ...MailPart[]],
  recipient: Addressee,
  frame: Frame,
): Omit<Mail, 'attachments'> {
  const name = peoplesWords(recipient.name);
  const greeting = name === '' ? 'ご担当者 様' : `${name} 様`;
  const subject = subjectOf(parts.map(({ notification }) => notification));
  const sections = parts.map((part) => sectionOf(part, parts.length > 1, frame.PUBLIC_URL));
  const explained = parts.some(({ notification }) => notification.link.startsWith('/facility/'))
    ? glossaryFor(parts.map(({ notification }) => notification.body).join('\n'))
    : [];
  const last: Section[] =
    explained.length > 0 ? [{ heading: 'ことばの説明', paragraphs: [explained.join('\n')], links: [] }] : [];
  const [first] = parts;
  const domain = domainOf(frame.MAIL_FROM);
  const order = parts.map(({ notification }) => notification.workOrderId ?? null);
  const thread = order[0] && order.every((id) => id === order[0]) ? `<order-${order[0]}@${domain}>` : null;
  return {
    messageId: `<${first.notification.id}@${domain}>`,
    ...(thread === null ? {} : { inReplyTo: thread, references: thread }),
    to: { name, address: recipient.email },
    subject,
    text: asText(greeting, [...sections, ...last]),
    html: asHtml(subject, greeting, [...sections, ...last]),
  };
}

/** One thing is the subject; its papers go without saying, and of other things their number is told. */
function subjectOf(words: readonly Words[]): string {
  const isPaper = ({ paperId }: Words) => (paperId ?? null) !== null;
  const first = words.find((each) => !isPaper(each)) ?? words[0];
  const others = words.filter((each) => each !== first && !isPaper(each)).length;
  const papers = words.filter((each) => each !== first && isPaper(each)).length;
  const more = [others > 0 ? `ほか${others}件` : '', papers > 0 ? `書類${papers}通` : ''].filter((each) => each !== '');
  return more.length === 0 ? (first?.subject ?? MARK) : `${first?.subject ?? ''}（${more.join('・')}）`;
}

function sectionOf({ notification, answerPath }: MailPart, isOneOfSeveral: boolean, publicUrl: string): Section {
  const { subject, body, link } = notification;
  const at = (path: string) => new URL(path, publicUrl).href;
  return {
    heading: isOneOfSeveral ? bareSubject(subject) : null,
    paragraphs: body.split('\n\n'),
    links: [...(answerPath === null ? [] : [[ANSWER, at(answerPath)] as const]), [linkWords(link), at(link)]],
  };
}

function asText(greeting: string, sections: readonly Section[]): string {
  const parts = sections.flatMap(({ heading, paragraphs, links }) => [
    ...(heading === null ? [] : [`■ ${heading}`]),
    ...paragraphs,
    ...links.map(([words, url]) => `▼ ${words}\n${url}`),
  ]);
  return [greeting, ...parts, ['――', ...FOOTER].join('\n')].join('\n\n');
}

/** The same words for mail programs that show HTML: large enough, one column, real headings, paragraphs and links. */
function asHtml(subject: string, greeting: string, sections: readonly Section[]): string {
  const paragraph = (text: string) => `<p>${text.split('\n').map(escapeHtml).join('<br>')}</p>`;
  const parts = sections.flatMap(({ heading, paragraphs, links }) => [
    ...(heading === null ? [] : [`<h2 style="font-size:18px">${escapeHtml(heading)}</h2>`]),
    ...paragraphs.map(paragraph),
    ...links.map(([words, url]) => `<p><a href="${escapeHtml(url)}">${escapeHtml(words)}</a></p>`),
  ]);
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.7;max-width:40em">
${[paragraph(greeting), ...parts].join('\n')}
<hr>
<p>${FOOTER.map(escapeHtml).join('<br>')}</p>
</body></html>
`;
}

/** The part behind the @ of the sender: the domain that signs, and whose records vouch for it. */
function domainOf(mailFrom: string): string {
  return /@([^\s>]+)/.exec(mailFrom)?.[1] ?? 'localhost';
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
