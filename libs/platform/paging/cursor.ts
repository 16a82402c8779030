import { inputErrors } from '../errors/platform.errors.js';

/** What the first column of an order holds. */
export type SortKind = 'INSTANT' | 'DAY' | 'TEXT' | 'NUMBER';

/** How a list is sorted: by a column, rows that are alike in it by their id. */
export interface ListOrder {
  /** As TypeORM calls it: `work_order.createdAt`. */
  readonly by: string;
  readonly kind: SortKind;
  readonly direction: 'ASC' | 'DESC';
}

/** The place of a row in a list: its sort key as PostgreSQL writes it, and its id. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

const KEYS: Readonly<Record<SortKind, RegExp>> = {
  INSTANT: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  DAY: /^\d{4}-\d\d-\d\d$/,
  NUMBER: /^\d{1,18}$/,
  // No text of the database holds a NUL.
  TEXT: /^[^\0]*$/,
};
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Nobody is to read it or to make one up: what it looks like can change. */
export function writeCursor(order: ListOrder, { key, id }: Place): string {
  return Buffer.from(JSON.stringify([nameOf(order), key, id])).toString('base64url');
}

/** @throws INPUT.CURSOR_INVALID for all that `writeCursor` did not make for a list in this order */
export function readCursor(order: ListOrder, cursor: string): Place {
  const parts = parse(Buffer.from(cursor, 'base64url').toString());
  const [name, key, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (name !== nameOf(order) || typeof key !== 'string' || typeof id !== 'string')
    throw inputErrors.CURSOR_INVALID().at('after');
  if (!KEYS[order.kind].test(key) || !ID.test(id) || !isDayThere(order, key))
    throw inputErrors.CURSOR_INVALID().at('after');
  return { key, id };
}

function nameOf({ by, direction }: ListOrder): string {
  return `${by} ${direction}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** PostgreSQL refuses the 30th of February and the 25th hour; JavaScript would read them as others. */
function isDayThere({ kind }: ListOrder, key: string): boolean {
  if (kind === 'TEXT' || kind === 'NUMBER') return true;
  const [day = '', time = '00:00:00'] = key.split(' ');
  const [hour = 0, minute = 0, second = 0] = time.split(/[+-]/)[0]!.split(':').map(Number);
  const date = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && !day.startsWith('0000');
  return isDay && hour < 24 && minute < 60 && second < 60;
}
