type Values = Readonly<Record<string, unknown>>;

/**
 * What an edit changed, for the audit: of both sides only the fields of `after` that differ. A field that was not there
 * before is null.
 */
export function difference(before: Values | null, after: Values): { before: Values; after: Values } {
  const changed = Object.keys(after).filter((field) => !isSame(before?.[field] ?? null, after[field] ?? null));
  const pick = (values: Values | null) => Object.fromEntries(changed.map((field) => [field, values?.[field] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/** Values that are the same as JSON are the same: that is how they are kept. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
