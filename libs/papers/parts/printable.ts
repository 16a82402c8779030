/** Controls but for breaks, and what only says how other characters are shown: direction, width, joining. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu;
const BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;

/** Texts of several lines. Everything else on a paper is a name, a title, a number: one line. */
const OF_SEVERAL_LINES: ReadonlySet<string> = new Set([
  ...['specification', 'note', 'notes', 'reason', 'reasons', 'decision', 'deliverTo', 'inspection', 'payment'],
  ...['settlement', 'formula', 'nonCash', 'paragraphs', 'handling', 'strengths', 'payBy', 'receiveAt'],
]);

/**
 * What a paper says, with nothing in it that is not seen, and with breaks only in texts that have lines: no name writes a
 * paragraph of its own onto a paper, or turns around what stands beside it.
 */
export function printable<Paper extends object>(paper: Paper): Paper {
  return convert(paper, '') as Paper;
}

function convert(value: unknown, key: string): unknown {
  if (typeof value === 'string') {
    const text = value.replace(BREAKS, '\n').replace(/\t/g, ' ').replace(UNSEEN, '');
    return OF_SEVERAL_LINES.has(key) ? text : text.replace(/\s*\n\s*/g, ' ');
  }
  if (Array.isArray(value)) return value.map((each) => convert(each, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, convert(each, name)]));
}
