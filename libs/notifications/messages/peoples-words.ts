/** Controls, and what only says how other characters are shown: direction, width, joining. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
/** A dot in what mail programs take for the name of a site: `example.jp`. */
const DOT_OF_A_NAME = /(?<=[\p{L}\p{N}-])\.(?=[\p{L}\p{N}-]*\p{L})/gu;

/**
 * What a person typed, as it stands in a mail of ours: on one line, with nothing in it that is not seen, and nothing a mail
 * program makes a link of. The paragraphs and links of our mails are ours alone, whatever a title or a name holds.
 */
export function peoplesWords(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(UNSEEN, '')
    .replaceAll('://', '：//')
    .replace(DOT_OF_A_NAME, '．')
    .trim();
}

/** The same facts with every text in them as `peoplesWords` has it. Rows stay what they are otherwise. */
export function inPeoplesWords<Facts>(facts: Facts): Facts {
  return convert(facts) as Facts;
}

function convert(value: unknown): unknown {
  if (typeof value === 'string') return peoplesWords(value);
  if (Array.isArray(value)) return value.map(convert);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, convert(each)]);
  return Object.assign(
    Object.create(Object.getPrototypeOf(value) as object | null) as object,
    Object.fromEntries(entries),
  );
}
