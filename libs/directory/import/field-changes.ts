import type { FieldChange } from './import-report.js';

export type Scalar = string | number | boolean | null;

/** The properties of `after` that are not the same in `before`. */
export function changesOf<After extends { [Field in keyof After]: Scalar }>(
  prefix: string,
  before: After,
  after: After,
): FieldChange[] {
  return (Object.keys(after) as (keyof After & string)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => change(prefix + field, textOf(before[field]), textOf(after[field])));
}

function textOf(value: Scalar): string | null {
  return value === null ? null : String(value);
}

export function change(field: string, before: string | null, after: string | null): FieldChange {
  return { field, before, after };
}
