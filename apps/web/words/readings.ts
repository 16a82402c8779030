/**
 * `{納品|のうひん}` in a catalogue is a word with its reading. Within the pages both are kept apart by the characters Unicode
 * has for this (interlinear annotation), which nothing that people type contains.
 */
const ANCHOR = '\u{FFF9}';
const SEPARATOR = '\u{FFFA}';
const TERMINATOR = '\u{FFFB}';
const MARKED = /\u{FFF9}([^\u{FFFA}]*)\u{FFFA}([^\u{FFFB}]*)\u{FFFB}/gu;

/** All words below, with their readings marked. */
export function markReadings(words: unknown): unknown {
  if (typeof words === 'string') return mark(words);
  if (typeof words === 'function') {
    return (...values: unknown[]) => mark((words as (...values: unknown[]) => string)(...values));
  }
  return Object.fromEntries(Object.entries(words as object).map(([name, value]) => [name, markReadings(value)]));
}

function mark(text: string): string {
  return text.replace(/\{([^{}|]+)\|([^{}|]+)\}/g, `${ANCHOR}$1${SEPARATOR}$2${TERMINATOR}`);
}

/** A text in parts: those with a reading, and those between. */
export function partsOf(text: string): { readonly text: string; readonly reading: string | null }[] {
  const parts: { text: string; reading: string | null }[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), reading: null });
    parts.push({ text: match[1] ?? '', reading: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), reading: null });
  return parts;
}

/** Without the readings: for names and titles, which hold no markup. */
export function plain(text: string): string {
  return text.replace(MARKED, '$1');
}

export function hasReadings(text: string): boolean {
  return text.includes(ANCHOR);
}
