/**
 * Fields that hold sentences of people. A reason may say who fell ill: it stays with the thing it is about, where it can be
 * corrected and ends with it, and never comes into rows that nobody can change.
 */
const WORDS: ReadonlySet<string> = new Set([
  'answerReason',
  'body',
  'correctionReason',
  'decision',
  'description',
  'fileName',
  'handOverTo',
  'note',
  'outcomeReason',
  'reason',
  'refusalReason',
  'rejectionReason',
  'remark',
  'specification',
  'toRedo',
]);

/** The same with the number of characters in place of what people wrote, at any depth. */
export function withoutWords<Value>(value: Value): Value {
  return strip(value) as Value;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, held]) =>
      WORDS.has(field) && typeof held === 'string' ? [field, { characters: [...held].length }] : [field, strip(held)],
    ),
  );
}
