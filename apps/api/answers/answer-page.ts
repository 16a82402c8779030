import { createHash } from 'node:crypto';
import { formatDateJa, formatDateTimeJa } from '#yui/calendar';
import { formatUnitPrice, formatYen } from '#yui/money';
import type { LinkedOffer } from '#yui/fulfilment';

/** What went wrong with an answer that can be tried again on the same page. */
export interface AnswerFault {
  readonly ja: string;
  readonly en: string;
}

const STYLE = `body{font-family:sans-serif;font-size:1.125rem;line-height:1.7;color:#1a1a1a;background:#fff;margin:0 auto;
max-width:40rem;padding:1rem}h1{font-size:1.5rem;line-height:1.4}h2{font-size:1.25rem;margin-top:2rem}
dl{border:1px solid #767676;border-radius:.5rem;padding:1rem;margin:1rem 0}dt{font-weight:bold}dd{margin:0 0 .75rem}
button{font:inherit;font-weight:bold;padding:.75rem 1.5rem;border-radius:.5rem;border:2px solid #0017c1;cursor:pointer;
min-height:3rem}.yes{background:#0017c1;color:#fff}.no{background:#fff;color:#0017c1}
textarea{font:inherit;width:100%;box-sizing:border-box;border:1px solid #767676;border-radius:.5rem;padding:.5rem}
label{display:block;font-weight:bold}.note{border-left:.5rem solid #767676;padding:.25rem 1rem}
.fault{border-left:.5rem solid #ce0000;padding:.25rem 1rem}a{color:#0017c1}
:focus-visible{outline:4px solid #000;outline-offset:2px}.en{color:#4d4d4d;font-size:1rem}`;

/** A page without scripts: nothing but this very style is used, and forms come back here. */
export const ANSWER_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

interface Outcome extends AnswerFault {
  readonly heading: string;
}

const OUTCOME: Readonly<Record<Exclude<LinkedOffer['state'], 'OPEN'>, Outcome>> = {
  ACCEPTED: {
    heading: 'お仕事を引き受けました',
    ja: '「受ける」のお返事をいただいています。納品の日までに、よろしくお願いします。変更は窓口へご連絡ください。',
    en: 'This job was accepted. Thank you. Call the desk if anything changes.',
  },
  DECLINED: {
    heading: '「受けられない」とお返事しました',
    ja: 'お返事をいただいています。この仕事の作業はしないでください。',
    en: 'This job was declined. Please do not work on it.',
  },
  OVER: {
    heading: 'この依頼は、ここからはお返事できません',
    ja: '期限が過ぎたか、窓口が取り消したか、別の内容でお返事をいただいています。できるときは、窓口へご連絡ください。',
    en: 'This offer can no longer be answered here. If you can still do it, call the desk.',
  },
  CHANGED: {
    heading: '依頼の内容が変わりました',
    ja: 'このメールのあとで、数や金額などが変わりました。新しいメールからお返事ください。',
    en: 'The offer has changed since this mail. Please answer from the newest mail.',
  },
};

/** The offer with two buttons, or what has become of it. */
export function answerPage(offer: LinkedOffer, token: string, fault: AnswerFault | null = null): string {
  const outcome: Outcome | null = offer.state === 'OPEN' ? null : OUTCOME[offer.state];
  const heading = outcome?.heading ?? 'お仕事の依頼';
  return page(heading, [
    `<p>${text(offer.facilityName)} 様</p>`,
    fault === null
      ? ''
      : `<div class="fault" role="alert"><p>${text(fault.ja)}</p><p class="en" lang="en">${text(fault.en)}</p></div>`,
    outcome === null
      ? `<p>${text(offer.deskName)} からの依頼です。内容を確かめて、下のボタンでお返事ください。</p>`
      : `<div class="note"><p>${outcome.ja}</p><p class="en" lang="en">${outcome.en}</p></div>`,
    facts(offer),
    outcome === null ? forms(offer, token) : '',
  ]);
}

/** A link that opens nothing, or something went wrong. */
export function answerFaultPage(fault: AnswerFault): string {
  return page('お返事のページを開けませんでした', [
    `<div class="fault" role="alert"><p>${text(fault.ja)}</p><p class="en" lang="en">${text(fault.en)}</p></div>`,
  ]);
}

function facts(offer: LinkedOffer): string {
  const rows: [string, string][] = [
    ['案件', `${offer.orderNumber}「${offer.orderTitle}」`],
    ['仕事', offer.workTypeJa],
    ['作業の内容', offer.specification],
    ['数', `${new Intl.NumberFormat('ja-JP').format(offer.units)}${offer.unit}`],
    ['単価', `1${offer.unit} ${formatUnitPrice(offer.unitPriceSen)}（税抜き）`],
    ['金額', `${formatYen(offer.amountYen)}（税抜き）`],
    ['納品の日', formatDateJa(offer.dueOn)],
    ['この数になった理由', offer.reason?.ja ?? ''],
    ['お返事の期限', formatDateTimeJa(offer.answerBy)],
  ];
  const items = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<dt>${name}</dt><dd>${text(value)}</dd>`);
  return `<dl>${items.join('')}</dl>`;
}

function forms(offer: LinkedOffer, token: string): string {
  const hidden = `<input type="hidden" name="token" value="${text(token)}">`;
  return `<h2>お返事</h2>
<form method="post" action="/answer">${hidden}
<p>この数と納品の日で引き受けるときは、次のボタンを押してください。</p>
<p><button class="yes" name="answer" value="ACCEPT">受ける</button></p></form>
<h2>受けられないとき</h2>
<form method="post" action="/answer">${hidden}
<p><label for="reason">理由（必ず書いてください）</label>
<textarea id="reason" name="reason" rows="3" maxlength="500" required></textarea></p>
<p><button class="no" name="answer" value="DECLINE">受けられない</button></p></form>
<h2>一部だけ受ける・日や金額を相談する</h2>
<p><a href="/facility/assignments/${text(offer.assignmentId)}">サインインして返事をする</a></p>
<p class="en" lang="en">Press the first button to accept, or give a reason and press the second to decline. For a part, another date or another price, sign in.</p>`;
}

function page(heading: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${text(heading)}｜結</title><style>${STYLE}</style></head>
<body><main><h1>${text(heading)}</h1>
${parts.filter((part) => part !== '').join('\n')}
</main></body></html>
`;
}

/** What people typed is text, never a part of the page. */
function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
