/**
 * Fields whose text is a word of the product or of the register (a state, a kind, a code, a number, the name of an
 * organisation), not of a person. A reason may say who fell ill: it stays with the thing it is about, where it can be
 * corrected and ends with it, and never comes into rows that nobody can change. So texts are omitted by default; a field is
 * added here once it is certain that nobody can type a sentence into it.
 */
const KEPT: ReadonlySet<string> = new Set([
  'action',
  'askedBy',
  'askedOf',
  'basis',
  'contentHash',
  'contractType',
  'department',
  'departments',
  'field',
  'from',
  'kind',
  'mediaType',
  'method',
  'municipality',
  'name',
  'number',
  'outcome',
  'ownCode',
  'ownKind',
  'ownName',
  'proposed',
  'providerKey',
  'role',
  'scopes',
  'side',
  'snapshotHash',
  'sourceKey',
  'sourceName',
  'status',
  'subjectType',
  'to',
  'typeCode',
  'workKind',
  'workTypeCode',
]);

/** What a person cannot say anything with: an id, or a day and time. */
const ID_OR_TIME = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?)$/;

/** The same with the number of characters in place of what people wrote, at any depth. */
export function withoutWords<Value>(value: Value): Value {
  return strip(value, false) as Value;
}

function strip(value: unknown, isKept: boolean): unknown {
  if (typeof value === 'string') {
    return isKept || ID_OR_TIME.test(value) ? value : { characters: [...value].length };
  }
  if (Array.isArray(value)) return value.map((item) => strip(item, isKept));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([field, held]) => [field, strip(held, KEPT.has(field))]));
}
