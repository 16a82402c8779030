const INVISIBLE = /[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF\u00AD\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const OPENING = '([{【〔〈《「『<';
const CLOSING = ')]}】〕〉》」』>';

/** Without characters that nobody sees: of no width, soft hyphens, selectors of glyphs. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * The form in which headings and marks are compared: one width, lower case, without white space and what nobody sees.
 * Dashes are one dash and waves one wave, which encodings mix up.
 */
export function foldText(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .toLowerCase()
    .replace(/[‐‑‒–—―−─━]/gu, '-')
    .replace(/[〜～∼˜]/gu, '~');
}

/** What stands outside all brackets, and what stands inside, in the order of the text. One pass, at any depth. */
export function splitBrackets(text: string): { readonly outside: string; readonly inside: string } {
  let depth = 0;
  let outside = '';
  let inside = '';
  for (const character of text) {
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += character;
    else inside += character;
  }
  return { outside, inside };
}

/** Numbers in circles and brackets, bullets and marks that lists put before a heading. */
const ORDINAL =
  /^(?:[\u2460-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF]+|[(（]?\s*\d{1,3}\s*[)）]|\d{1,3}\s*[.．、:：]|\d{1,3}\s+|[A-Za-zａ-ｚＡ-Ｚア-ンⅠ-Ⅻⅰ-ⅻ][.．、:：)）]|[A-Za-zァ-ン]\s+(?=[^\sA-Za-z]))\s*/u;
const MARKS = /^[※＊*★☆●○◎■□◆◇▼▽▲△▶►・･•◦➢✓✔#＃†‡§\-－:：\s]+|[※＊*★☆●○◎■□◆◇▼▽▲△†‡:：\s]+\d{0,2}$/gu;

/** A heading without the numbers, circles, bullets and footnote marks around it; itself when nothing else is left. */
export function withoutMarks(text: string): string {
  let rest = withoutInvisible(text).trim();
  for (let round = 0; round < 4; round++) {
    const next = rest.replace(MARKS, '').replace(ORDINAL, '').trim();
    if (next === '' || next === rest) break;
    rest = next;
  }
  return rest;
}
