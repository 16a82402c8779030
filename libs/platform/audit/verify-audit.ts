import type { EntityManager } from 'typeorm';
import { NO_DESK } from './audit-book.js';
import { type ChainedEntry, FIRST_HASH, hashOfLink } from './audit-chain.js';

const BATCH = 2_000;

/** A link somebody noted earlier, outside the database: the chain must still go through it. */
export interface NotedLink {
  readonly sequence: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/**
 * LINK_MISSING: a number is omitted. ENTRY_MISSING: a link without its entry. ENTRY_ALTERED: entry or link differ from
 * what was written, or were swapped. ENTRY_MOVED: the entry names another desk. ENTRY_UNLINKED: an entry was put in past
 * the chain. ORIGIN_ALTERED: the network address is not the one that was written. NOTED_MISSING: the chain ends before
 * the noted link. NOTED_DIFFERS: the chain was written again. ORDER_UNRECORDED: the desk has an order that no entry speaks of:
 * the chain, or its end, is gone.
 */
export type AuditFaultKind =
  | 'LINK_MISSING'
  | 'ENTRY_MISSING'
  | 'ENTRY_ALTERED'
  | 'ENTRY_MOVED'
  | 'ENTRY_UNLINKED'
  | 'ORIGIN_ALTERED'
  | 'NOTED_MISSING'
  | 'NOTED_DIFFERS'
  | 'ORDER_UNRECORDED';

export interface AuditFault {
  readonly kind: AuditFaultKind;
  /** Null: the entry has no place in the chain. */
  readonly sequence: number | null;
  /** Null: only the place is known. */
  readonly entryId: string | null;
  /** With ORDER_UNRECORDED: the first such order. */
  readonly workOrderId?: string;
}

/** What was found of one chain; `fault` is the first thing that is wrong. */
export interface ChainReport {
  /** All zero: the entries of no desk. */
  readonly deskId: string;
  /** Null: the entries of no desk. */
  readonly deskCode: string | null;
  /** Links that are good, from the first on. */
  readonly count: number;
  /** Of the last good link, hexadecimal. */
  readonly lastHash: string;
  readonly fault: AuditFault | null;
}

interface LinkRow extends Omit<ChainedEntry, 'id'> {
  readonly id: string | null;
  readonly link_entry_id: string;
  readonly link_hash: string;
  readonly entry_desk_id: string;
  readonly is_origin_good: boolean;
}

/**
 * Walks the chains of the audit, each from its beginning, some thousand rows at a time, at one moment of the database.
 * @param db connections of somebody who may read the audit of all desks
 * @param deskCode only this desk; '-' for the entries of no desk; null for all chains
 * @param noted what somebody noted of the chain; only with one chain
 * @returns a report for each chain; none when there is no such desk
 */
export async function verifyAudit(
  db: Pick<EntityManager, 'transaction'>,
  deskCode: string | null = null,
  noted: NotedLink | null = null,
): Promise<ChainReport[]> {
  return db.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('SET TRANSACTION READ ONLY');
    const chains = await manager.query<{ id: string; code: string | null }[]>(
      `SELECT chain.id, desk.code FROM (
         SELECT id FROM desk UNION SELECT desk_id FROM audit_link UNION SELECT coalesce(desk_id, $1) FROM audit_entry
       ) chain LEFT JOIN desk ON desk.id = chain.id
       WHERE $2::text IS NULL OR desk.code = $2 OR ($2 = '-' AND chain.id = $1)
       ORDER BY desk.code NULLS FIRST, chain.id`,
      [NO_DESK, deskCode],
    );
    const reports: ChainReport[] = [];
    for (const { id, code } of chains) {
      const report = await walk(manager, id, noted);
      const fault = report.fault ?? (await findUnlinked(manager, id)) ?? (await findUnrecorded(manager, id));
      reports.push({ deskId: id, deskCode: code, ...report, fault });
    }
    return reports;
  });
}

type Walk = Pick<ChainReport, 'count' | 'lastHash' | 'fault'>;

async function walk(manager: EntityManager, chainId: string, noted: NotedLink | null): Promise<Walk> {
  let count = 0;
  let lastHash = FIRST_HASH;
  for (;;) {
    const rows = await readLinks(manager, chainId, count);
    for (const row of rows) {
      const fault = faultOf(row, count + 1, lastHash, noted);
      if (fault) return { count, lastHash, fault };
      count += 1;
      lastHash = row.link_hash;
    }
    if (rows.length < BATCH) break;
  }
  const isNotedReached = noted === null || noted.sequence <= count;
  return {
    count,
    lastHash,
    fault: isNotedReached ? null : { kind: 'NOTED_MISSING', sequence: noted.sequence, entryId: null },
  };
}

function faultOf(row: LinkRow, expected: number, previous: string, noted: NotedLink | null): AuditFault | null {
  const { id, ...entry } = row;
  if (Number(row.sequence) !== expected) return { kind: 'LINK_MISSING', sequence: expected, entryId: null };
  const at = { sequence: expected, entryId: row.link_entry_id };
  if (id === null) return { kind: 'ENTRY_MISSING', ...at };
  if (row.entry_desk_id !== row.chain_id) return { kind: 'ENTRY_MOVED', ...at };
  if (hashOfLink(previous, { id, ...entry }) !== row.link_hash) return { kind: 'ENTRY_ALTERED', ...at };
  if (!row.is_origin_good) return { kind: 'ORIGIN_ALTERED', ...at };
  if (noted?.sequence === expected && noted.hash !== row.link_hash) return { kind: 'NOTED_DIFFERS', ...at };
  return null;
}

async function readLinks(manager: EntityManager, chainId: string, after: number): Promise<LinkRow[]> {
  return manager.query<LinkRow[]>(
    `SELECT link.desk_id AS chain_id, link.sequence::text AS sequence, link.entry_id AS link_entry_id,
       encode(link.hash, 'hex') AS link_hash, coalesce(entry.desk_id, $4) AS entry_desk_id, entry.id,
       to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, entry.account_id, entry.role,
       entry.organisation_id, entry.api_token_id, entry.action, entry.subject_type, entry.subject_id,
       entry.change::text AS change, entry.request_id, encode(entry.origin_hash, 'hex') AS origin_hash,
       origin.entry_id IS NULL
         OR sha256(origin.salt || convert_to(origin.address, 'UTF8')) IS NOT DISTINCT FROM entry.origin_hash AS is_origin_good
     FROM audit_link link
     LEFT JOIN audit_entry entry ON entry.id = link.entry_id
     LEFT JOIN audit_origin origin ON origin.entry_id = link.entry_id
     WHERE link.desk_id = $1 AND link.sequence > $2
     ORDER BY link.sequence LIMIT $3`,
    [chainId, after, BATCH, NO_DESK],
  );
}

/** Every order was drafted by somebody, and that is in the audit. */
async function findUnrecorded(manager: EntityManager, chainId: string): Promise<AuditFault | null> {
  const [row] = await manager.query<{ id: string | null }[]>('SELECT yui_order_without_audit($1) AS id', [chainId]);
  return row?.id ? { kind: 'ORDER_UNRECORDED', sequence: null, entryId: null, workOrderId: row.id } : null;
}

async function findUnlinked(manager: EntityManager, chainId: string): Promise<AuditFault | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT entry.id FROM audit_entry entry
     WHERE coalesce(entry.desk_id, $2) = $1
       AND NOT EXISTS (SELECT 1 FROM audit_link link WHERE link.entry_id = entry.id)
     ORDER BY entry.at, entry.id LIMIT 1`,
    [chainId, NO_DESK],
  );
  return row ? { kind: 'ENTRY_UNLINKED', sequence: null, entryId: row.id } : null;
}
