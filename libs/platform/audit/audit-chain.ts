import { createHash } from 'node:crypto';

/** The hash before the first link of a chain, in hexadecimal. */
export const FIRST_HASH = '0'.repeat(64);

/** An entry and its place in a chain, all as text the way PostgreSQL writes it. docs/trust.md defines each field. */
export interface ChainedEntry {
  /** The desk of the chain; all zero for entries of no desk. */
  readonly chain_id: string;
  readonly sequence: string;
  readonly id: string;
  /** UTC, with microseconds: `2026-11-21T09:30:00.123000Z`. */
  readonly at: string;
  readonly account_id: string | null;
  readonly role: string;
  readonly organisation_id: string | null;
  readonly api_token_id: string | null;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string | null;
  readonly change: string;
  readonly request_id: string | null;
  /** Hexadecimal. */
  readonly origin_hash: string | null;
}

const VERSION = 'yui-audit-1';

/**
 * The hash of a link: SHA-256 over the hash before it and everything the entry says, each as its length in bytes, a
 * colon, the bytes and a comma; `-,` for what is not there. The database computes the same in `append_audit_link`; it is
 * computed here once more, so that nobody who got at the database can make both agree.
 * @param previous hexadecimal @returns hexadecimal
 */
export function hashOfLink(previous: string, entry: ChainedEntry): string {
  const fields = [
    VERSION,
    previous,
    entry.chain_id,
    entry.sequence,
    entry.id,
    entry.at,
    entry.account_id,
    entry.role,
    entry.organisation_id,
    entry.api_token_id,
    entry.action,
    entry.subject_type,
    entry.subject_id,
    entry.change,
    entry.request_id,
    entry.origin_hash,
  ];
  const hash = createHash('sha256');
  for (const field of fields) hash.update(field === null ? '-,' : `${Buffer.byteLength(field)}:${field},`);
  return hash.digest('hex');
}
