import pg from 'pg';
import type { Actor } from '../context/actor.js';

/** A list of SELECT that tells row-level security, until the transaction ends, who is asking. */
export function scopeOf(actor: Actor): string {
  const set = (name: string, value: string) => `set_config('yui.${name}', ${pg.escapeLiteral(value)}, true)`;
  return [
    set('role', actor.role),
    set('organisation_id', actor.organisationId ?? ''),
    set('account_id', actor.accountId ?? ''),
  ].join(', ');
}
