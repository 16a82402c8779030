import type { Message, MessageSummary } from './message-store.js';

export type Language = 'ja' | 'en';

const TEXTS = {
  ja: {
    title: '届いたメール（試験用）',
    note: 'ここに届いたメールは、この機械の外には送られません。',
    filter: '宛先でしぼり込む',
    show: '表示する',
    empty: 'まだメールはありません。',
    subject: '件名',
    from: '差出人',
    to: '宛先',
    receivedAt: '受信日時',
    noSubject: '（件名なし）',
    reload: '一覧を更新する',
    back: '一覧に戻る',
    clear: 'すべて削除する',
    text: '本文',
    html: 'HTML の本文',
    attachments: '添付ファイル',
    headers: 'ヘッダー',
    bytes: 'バイト',
    missing: 'このメールはありません。',
    count: (shown: number, total: number) => `${total} 件中 ${shown} 件`,
    other: 'English',
  },
  en: {
    title: 'Caught mail (for testing)',
    note: 'Mail that arrives here is never sent beyond this machine.',
    filter: 'Filter by recipient',
    show: 'Show',
    empty: 'No mail yet.',
    subject: 'Subject',
    from: 'From',
    to: 'To',
    receivedAt: 'Received',
    noSubject: '(no subject)',
    reload: 'Reload the list',
    back: 'Back to the list',
    clear: 'Delete all',
    text: 'Text',
    html: 'HTML version',
    attachments: 'Attachments',
    headers: 'Headers',
    bytes: 'bytes',
    missing: 'There is no such mail.',
    count: (shown: number, total: number) => `${shown} of ${total}`,
    other: '日本語',
  },
} as const;

export const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.7 system-ui, 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', sans-serif; }
body { max-width: 72rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.125rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; padding-block: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .5rem; border-bottom: 1px solid GrayText; overflow-wrap: anywhere; }
dt { font-weight: bold; } dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid GrayText; padding: 1rem; }
iframe { width: 100%; height: 32rem; border: 1px solid GrayText; background: #fff; }
input, button { font: inherit; padding: .25rem .75rem; min-height: 2.75rem; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid; outline-offset: 2px; }
nav { display: flex; gap: 1.5rem; flex-wrap: wrap; }
`;

export function listPage(
  language: Language,
  messages: readonly MessageSummary[],
  shown: { to: string; totalItems: number },
): string {
  const text = TEXTS[language];
  const rows = messages.map(
    (message) => `<tr>
<td><a href="/messages/${message.id}?lang=${language}">${escapeHtml(message.subject || text.noSubject)}</a></td>
<td>${escapeHtml(message.from)}</td>
<td>${escapeHtml(message.to.join(', '))}</td>
<td>${timeElement(message.receivedAt, language)}</td>
</tr>`,
  );
  const table = `<table><caption>${text.count(messages.length, shown.totalItems)}</caption>
<thead><tr>${[text.subject, text.from, text.to, text.receivedAt].map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>${rows.join('')}</tbody></table>
<form method="post" action="/messages/delete?lang=${language}"><p><button>${text.clear}</button></p></form>`;
  return page(
    language,
    text.title,
    '/',
    `<p>${text.note}</p>
<form method="get" action="/" role="search"><input type="hidden" name="lang" value="${language}">
<p><label>${text.filter} <input name="to" type="search" value="${escapeHtml(shown.to)}"></label> <button>${text.show}</button></p></form>
<nav><a href="/?lang=${language}&amp;to=${encodeURIComponent(shown.to)}">${text.reload}</a></nav>
${messages.length > 0 ? table : `<p>${text.empty}</p>`}`,
  );
}

export function messagePage(language: Language, message: Message): string {
  const text = TEXTS[language];
  const subject = message.subject || text.noSubject;
  const own = `/messages/${message.id}`;
  const parts = [
    `<nav><a href="/?lang=${language}">${text.back}</a></nav>`,
    `<dl><dt>${text.from}</dt><dd>${escapeHtml(message.from)}</dd>
<dt>${text.to}</dt><dd>${escapeHtml(message.to.join(', '))}</dd>
<dt>${text.receivedAt}</dt><dd>${timeElement(message.receivedAt, language)}</dd></dl>`,
  ];
  if (message.text) parts.push(`<h2>${text.text}</h2><pre>${linkAddresses(message.text)}</pre>`);
  if (message.html !== null) {
    parts.push(
      `<h2>${text.html}</h2><iframe title="${text.html}" sandbox="${HTML_MAIL_SANDBOX}" src="${own}/html"></iframe>`,
    );
  }
  if (message.attachments.length > 0) {
    const items = message.attachments.map(
      ({ index, name, mimeType, sizeBytes }) =>
        `<li><a href="${own}/attachments/${index}">${escapeHtml(name)}</a> (${escapeHtml(mimeType)}, ${sizeBytes} ${text.bytes})</li>`,
    );
    parts.push(`<h2>${text.attachments}</h2><ul>${items.join('')}</ul>`);
  }
  const headers = message.headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
  parts.push(`<details><summary>${text.headers}</summary><pre>${escapeHtml(headers)}</pre></details>`);
  return page(language, subject, own, parts.join('\n'));
}

export function missingPage(language: Language): string {
  const text = TEXTS[language];
  return page(language, text.missing, '/', `<nav><a href="/?lang=${language}">${text.back}</a></nav>`);
}

/** No scripts, no forms, no access to this page; links may open a window of their own. */
export const HTML_MAIL_SANDBOX = 'allow-popups allow-popups-to-escape-sandbox';

/** The HTML of a mail as it is shown inside the sandboxed frame. */
export function htmlMailDocument(html: string): string {
  return `<!doctype html><base target="_blank">${html}`;
}

function page(language: Language, title: string, address: string, body: string): string {
  const other: Language = language === 'ja' ? 'en' : 'ja';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/style.css"></head>
<body><nav><a href="${address}?lang=${other}" lang="${other}">${TEXTS[language].other}</a></nav>
<main><h1>${escapeHtml(title)}</h1>
${body}
</main></body></html>`;
}

function timeElement(iso: string, language: Language): string {
  const shown = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Tokyo',
  }).format(new Date(iso));
  return `<time datetime="${iso}">${shown}</time>`;
}

/** Escapes a text and makes its web addresses clickable. */
function linkAddresses(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"'（）「」、。]+)/)
    .map((part, index) => {
      const escaped = escapeHtml(part);
      return index % 2 === 0
        ? escaped
        : `<a href="${escaped}" target="_blank" rel="noopener noreferrer">${escaped}</a>`;
    })
    .join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
