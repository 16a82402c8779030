import type { AuditFilterInput } from '../../data/generated/types.js';
import { addDays } from '../../words/format.js';
import type { AuditSearch } from './audit-search.js';

/** Days begin and end in Tokyo. */
const startOf = (day: string) => `${day}T00:00:00+09:00`;

export function auditFilterOf({ from, to, action, person }: AuditSearch): AuditFilterInput {
  return {
    from: from === undefined ? null : new Date(startOf(from)).toISOString(),
    until: to === undefined ? null : new Date(startOf(addDays(to, 1))).toISOString(),
    action: action ?? null,
    accountId: person ?? null,
  };
}
