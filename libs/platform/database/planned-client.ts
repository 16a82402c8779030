import type pg from 'pg';
import { Connection } from './connection.js';

/** A statement that comes as often as this is one the process lives of. */
const OFTEN = 20;
/** PostgreSQL keeps about 50 KB for each of them and connection. */
const MAX_KEPT = 200;
/** So many texts are counted; then counting begins again, and what is rare is forgotten. */
const MAX_COUNTED = 2000;

const names = new Map<string, string>();
const counts = new Map<string, number>();

/** The name under which PostgreSQL keeps the plan of a statement; undefined: it is planned each time. */
function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || names.size === MAX_KEPT) return name;
  const count = (counts.get(text) ?? 0) + 1;
  if (count < OFTEN) {
    if (counts.size === MAX_COUNTED) counts.clear();
    counts.set(text, count);
    return undefined;
  }
  counts.delete(text);
  names.set(text, `yui_${names.size}`);
  return names.get(text);
}

/**
 * A connection on which PostgreSQL plans what is asked often once, not each time: with row-level security planning takes
 * longer than running. Who asks is looked at whenever a plan runs, so a plan serves everybody.
 */
export class PlannedClient extends Connection {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...asked: unknown[]) => unknown;
    this.query = ((text: unknown, values: unknown, ...rest: unknown[]) =>
      typeof text === 'string' && Array.isArray(values) && values.length > 0
        ? ask({ name: nameOf(text), text }, values, ...rest)
        : ask(text, values, ...rest)) as typeof this.query;
  }
}
