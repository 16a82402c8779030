import type { Recipient } from '#yui/identity';
import type { Mail } from './mail-server.js';
import { oneLine } from './messages/message.js';
import type { Notification } from './notification.entity.js';

const ANSWER = '▼ サインインせずに返事をする（お返事の期限まで使えます）';
const OPEN = '▼ くわしく見る・操作する';
const FOOTER = [
  'このメールは「結（ゆい）」が自動で送っています。返信はできません。',
  'Sent automatically by Yui. Please do not reply.',
];

/** What a mail says: everything but the frame around it. */
type Words = Pick<Notification, 'id' | 'link' | 'subject' | 'body'>;

/** Somebody who is invited has no account yet, and no name. */
type Addressee = Pick<Recipient, 'email' | 'name'> & Partial<Recipient>;

/**
 * The mail of a notification: name, words, one link; a second one where it can be answered without signing in. The Message-ID is made from the notification, so that a mail sent
 * twice can be told from two mails.
 */
export function writeMail(
  notification: Words,
  recipient: Addressee,
  publicUrl: string,
  answerUrl: string | null = null,
): Mail {
  const name = oneLine(recipient.name);
  const url = new URL(notification.link, publicUrl);
  const greeting = name === '' ? 'ご担当者 様' : `${name} 様`;
  return {
    messageId: `<${notification.id}@${url.hostname}>`,
    to: { name, address: recipient.email },
    subject: notification.subject,
    text: [
      greeting,
      notification.body,
      ...(answerUrl === null ? [] : [`${ANSWER}\n${answerUrl}`]),
      `${OPEN}\n${url.href}`,
      ['――', ...FOOTER].join('\n'),
    ].join('\n\n'),
    html: htmlTwin(notification, greeting, url.href, answerUrl),
  };
}

/** The same words for mail programs that show HTML: large enough, one column, real paragraphs and a real link. */
function htmlTwin({ subject, body }: Words, greeting: string, url: string, answerUrl: string | null): string {
  const paragraphs = [greeting, ...body.split('\n\n')].map(
    (paragraph) => `<p>${paragraph.split('\n').map(escapeHtml).join('<br>')}</p>`,
  );
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.7;max-width:40em">
${paragraphs.join('\n')}
${answerUrl === null ? '' : `<p><a href="${escapeHtml(answerUrl)}">サインインせずに返事をする（お返事の期限まで使えます）</a></p>\n`}<p><a href="${escapeHtml(url)}">くわしく見る・操作する</a></p>
<hr>
<p>${FOOTER.map(escapeHtml).join('<br>')}</p>
</body></html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
