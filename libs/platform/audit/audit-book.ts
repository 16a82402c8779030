import { createHash, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, answerableFor } from '../context/actor.js';
import { AuditEntry } from './audit-entry.entity.js';
import { withoutWords } from './without-words.js';

const SALT_BYTES = 16;
/** PostgreSQL takes at most 65,535 parameters in one statement. */
const ROWS_PER_STATEMENT = 1_000;
/** Stands for the chain of entries that belong to no desk. */
export const NO_DESK = '00000000-0000-0000-0000-000000000000';

/** What the product remembers of a step: always about one thing, and the desk it happened at. */
export interface Fact {
  readonly deskId: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
}

/**
 * What became different. For an edit `before` and `after` (see `difference`), for a step of a state `from` and `to`;
 * besides them whatever tells what happened. Ids, numbers, states: never secrets, never personal data. Of what people wrote
 * the length alone is kept (see `withoutWords`).
 */
export type AuditedChange = Readonly<Record<string, unknown>>;

interface Origin {
  readonly entryId: string;
  readonly deskId: string;
  readonly address: string;
  readonly salt: Buffer;
}

/**
 * The audit entries of one transaction. They are written at its end, sorted by desk: the chains of several desks are
 * taken in the order in which entries are written, and so no two transactions wait for each other.
 */
export class AuditBook {
  private readonly entries: AuditEntry[] = [];
  private readonly origins: Origin[] = [];

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  add(given: Actor, at: Date, action: string, fact: Fact, change: AuditedChange): void {
    const id = uuidv7();
    const actor = answerableFor(given);
    const address = addressOf(actor);
    const origin = address === null ? null : { address, salt: randomBytes(SALT_BYTES) };
    if (origin) this.origins.push({ entryId: id, deskId: fact.deskId ?? NO_DESK, ...origin });
    this.entries.push({
      id,
      at,
      action,
      ...fact,
      accountId: actor.accountId,
      role: actor.role,
      organisationId: actor.organisationId,
      change: withoutWords(enteredFor(given, change)),
      requestId: actor.requestId,
      apiTokenId: actor.apiTokenId ?? null,
      originHash: origin && createHash('sha256').update(origin.salt).update(origin.address).digest(),
    });
  }

  /** What a part of the transaction did. */
  takeOver({ entries, origins }: AuditBook): void {
    this.entries.push(...entries);
    this.origins.push(...origins);
  }

  async write(manager: EntityManager): Promise<void> {
    const sorted = this.entries.toSorted((a, b) => compare(a.deskId ?? NO_DESK, b.deskId ?? NO_DESK));
    for (let start = 0; start < sorted.length; start += ROWS_PER_STATEMENT) {
      await manager.insert(AuditEntry, sorted.slice(start, start + ROWS_PER_STATEMENT));
    }
    if (this.origins.length === 0) return;
    await manager.query(
      `INSERT INTO audit_origin (entry_id, desk_id, address, salt)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[])`,
      [
        this.origins.map((origin) => origin.entryId),
        this.origins.map((origin) => origin.deskId),
        this.origins.map((origin) => origin.address),
        this.origins.map((origin) => origin.salt),
      ],
    );
  }
}

/** What the desk entered for another names that party, and what is kept of who said it. */
function enteredFor({ entering, organisationId }: Actor, change: AuditedChange): AuditedChange {
  return entering ? { ...change, enteredFor: { organisationId, id: entering.id } } : change;
}

/** A proxy may say anything; what is no address is not kept. The zone of a link-local one means nothing elsewhere. */
function addressOf({ address }: Actor): string | null {
  const bare = address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '') ?? '';
  return isIP(bare) === 0 ? null : bare;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
