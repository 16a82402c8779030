import pg from 'pg';
import { type Actor, answerableFor, organisationKindOf } from '../context/actor.js';

/** PARTY: rows of the acting party (reading). DESKS: rows of all desks it deals with (writing). */
type Reach = 'PARTY' | 'DESKS';

/** A list of SELECT that tells row-level security, until the transaction ends, who is asking. */
export function scopeOf(given: Actor, reach: Reach): string {
  const actor = answerableFor(given);
  const set = (name: string, value: string) => `set_config('yui.${name}', ${pg.escapeLiteral(value)}, true)`;
  return [
    set('kind', actor.role === 'SYSTEM' ? 'SYSTEM' : organisationKindOf(actor.role)),
    set('organisation_id', actor.organisationId ?? ''),
    set('account_id', actor.accountId ?? ''),
    set('reach', reach),
  ].join(', ');
}
