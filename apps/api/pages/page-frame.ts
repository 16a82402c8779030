import { createHash } from 'node:crypto';

/** A sentence in both languages. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** Where in the product a form leads, and what was typed into it. */
export type Typed = Readonly<Record<string, string>>;

const STYLE = `body{font-family:"BIZ UDPGothic","Hiragino Sans","Noto Sans JP",sans-serif;font-size:1.125rem;line-height:1.8;
color:#1a1a1a;background:#fff;margin:0 auto;max-width:40rem;padding:1rem;overflow-wrap:anywhere;line-break:strict}
h1{font-size:1.5rem;line-height:1.4}h2{font-size:1.25rem;margin-top:2rem}rt{font-size:.55em}
dl{border:1px solid #767676;border-radius:.5rem;padding:1rem;margin:1rem 0}dt{font-weight:bold}dd{margin:0 0 .75rem}
button,.button{font:inherit;font-weight:bold;padding:.75rem 1.5rem;border-radius:.5rem;border:2px solid #0017c1;cursor:pointer;
min-height:3rem;display:inline-block;text-decoration:none}.yes{background:#0017c1;color:#fff}.no{background:#fff;color:#0017c1}
textarea,input[type=text]{font:inherit;width:100%;box-sizing:border-box;border:1px solid #767676;border-radius:.5rem;padding:.5rem}
input.short{width:6rem}fieldset{border:0;padding:0;margin:0 0 1rem}legend{font-weight:bold;padding:0}.day label{display:inline-block;margin-right:.5rem}
label{display:block;font-weight:bold}.hint{margin:0;color:#4d4d4d;font-size:1rem}
details{border:1px solid #767676;border-radius:.5rem;padding:.5rem 1rem;margin:1rem 0}summary{font-weight:bold;cursor:pointer;
padding:.5rem 0;min-height:2rem}.note{border-left:.5rem solid #767676;padding:.25rem 1rem}
.fault{border-left:.5rem solid #ce0000;padding:.25rem 1rem}a{color:#0017c1}
:focus-visible{outline:4px solid #000;outline-offset:2px}.en{color:#4d4d4d;font-size:1rem}`;

/** A page without scripts: nothing but this very style is used, and forms come back here. */
export const PLAIN_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export function page(heading: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${text(bare(heading))}｜結</title><style>${STYLE}</style></head>
<body><main><h1>${easy(heading)}</h1>
${parts.filter((part) => part !== '').join('\n')}
</main></body></html>
`;
}

export function faultBox(fault: Bilingual | null): string {
  if (fault === null) return '';
  return `<div class="fault" role="alert"><p>${text(fault.ja)}</p><p class="en" lang="en">${text(fault.en)}</p></div>`;
}

export function noteBox(note: Bilingual): string {
  return `<div class="note"><p>${easy(note.ja)}</p><p class="en" lang="en">${text(note.en)}</p></div>`;
}

/** Names with readings, values as they are; what is empty is not shown. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): string {
  const items = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<dt>${easy(name)}</dt><dd>${text(value)}</dd>`);
  return `<dl>${items.join('')}</dl>`;
}

export function hidden(fields: Typed): string {
  return Object.entries(fields)
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${text(name)}" value="${text(value).replaceAll('<br>', '&#10;')}">`,
    )
    .join('');
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
}

export function numberField({ name, label, hint, value }: Field): string {
  return `<p><label for="${name}">${easy(label)}</label>${hintOf(name, hint)}<input type="text" inputmode="decimal" class="short"
 id="${name}" name="${name}" value="${text(value)}" maxlength="20" required autocomplete="off"${describedBy(name, hint)}></p>`;
}

export function textField({
  name,
  id = name,
  label,
  hint,
  value,
  isRequired,
}: Field & {
  readonly isRequired: boolean;
  /** Where the name stands in several forms of a page. */
  readonly id?: string;
}): string {
  return `<p><label for="${id}">${easy(label)}</label>${hintOf(id, hint)}<textarea id="${id}" name="${name}" rows="3"
 maxlength="500"${isRequired ? ' required' : ''}${describedBy(id, hint)}>${text(value).replaceAll('<br>', '\n')}</textarea></p>`;
}

/** Year, month and day apart: typing them is easier than picking a day. */
export function dayFields(label: string, typed: Typed): string {
  const part = (name: string, word: string) =>
    `<label>${easy(word)}<input type="text" inputmode="numeric" class="short" name="${name}" value="${text(typed[name] ?? '')}" maxlength="4" required autocomplete="off"></label>`;
  return `<fieldset class="day"><legend>${easy(label)}</legend>${part('year', '{年|ねん}')}${part('month', '{月|つき}')}${part('day', '{日|ひ}')}</fieldset>`;
}

const hintOf = (name: string, hint?: string) =>
  hint ? `<span class="hint" id="${name}-hint">${easy(hint)}</span>` : '';
const describedBy = (name: string, hint?: string) => (hint ? ` aria-describedby="${name}-hint"` : '');

const READING = /\{([^|{}]+)\|([^|{}]+)\}/gu;

/** Our own words: `{納品|のうひん}` is shown with its reading above. What people typed never goes through here. */
export function easy(words: string): string {
  return words.replace(READING, '<ruby>$1<rp>（</rp><rt>$2</rt><rp>）</rp></ruby>');
}

/** The same without readings. */
const bare = (words: string): string => words.replace(READING, '$1');

/** What people typed is text, never a part of the page. */
export function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
