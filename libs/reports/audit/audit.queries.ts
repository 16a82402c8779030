import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { Account } from '#yui/identity';
import { PartyQueries } from '#yui/orders';
import {
  accessErrors,
  AuditEntry,
  type Feature,
  FEATURES,
  type OrganisationKind,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  RecordRead,
  type Role,
  type Sentence,
  UnitOfWork,
} from '#yui/platform';
import { sentencesOf } from './sentence-of.js';

export interface AuditFilter {
  readonly subjectType?: string | null;
  readonly subjectId?: string | null;
  /** As in the code: `assignment.accept`. */
  readonly action?: string | null;
  readonly accountId?: string | null;
  /** From this moment on. */
  readonly from?: Date | null;
  /** Before this moment. */
  readonly until?: Date | null;
}

/** Who did it; the product itself has a role and nothing else. */
export interface AuditedActor {
  readonly role: Role | 'SYSTEM';
  readonly accountId: string | null;
  readonly name: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  /** A machine did it with this token of the person. */
  readonly apiTokenId: string | null;
  /** Network address, for as long as it is kept; only of people of the asking desk. */
  readonly address: string | null;
}

export interface AuditView {
  readonly id: string;
  readonly at: Date;
  readonly actor: AuditedActor;
  readonly action: string;
  readonly sentence: Sentence;
  readonly subjectType: string;
  readonly subjectId: string | null;
  /** The fields that became different, as they were and as they are. */
  readonly before: object;
  readonly after: object;
  /** Whatever else was recorded. */
  readonly details: object;
  readonly requestId: string | null;
}

/** The audit as the administrators of a desk read it: names instead of ids, sentences instead of codes. */
@Injectable()
export class AuditQueries {
  private readonly sentenceOf: (action: string) => Sentence;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parties: PartyQueries,
    private readonly recordRead: RecordRead,
    @Inject(FEATURES) features: readonly Feature[],
  ) {
    this.sentenceOf = sentencesOf(features);
  }

  /**
   * What happened at the acting desk, the newest first. What a buyer does with an order before it is sent to the desk is
   * not there, unless the desk drafted it. That the audit was read is recorded too.
   * @throws ACCESS.NOT_FOUND for everybody but an administrator of a desk, INPUT.*
   */
  async page(actor: PersonActor, filter: AuditFilter = {}, page: PageRequest = {}): Promise<PageOf<AuditView>> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    const rows = (db: EntityManager) => limit(entriesOfDesk(db, actor.organisationId), filter);
    const order = { by: 'entry.at', kind: 'INSTANT', direction: 'DESC' } as const;
    const found = await readPage(this.unitOfWork, actor, page, {
      rows,
      order,
      show: async (db, entries) => {
        const names = await namesOf(db, entries);
        const addresses = await addressesOf(db, actor, entries);
        return entries.map((entry) => ({
          entry,
          name: names.get(entry.accountId ?? '') ?? null,
          address: addresses.get(entry.id) ?? null,
        }));
      },
    });
    const entries = found.items.map(({ entry }) => entry);
    const organisations = await this.organisationNames(actor, entries);
    await this.recordRead.execute(
      actor,
      'auditEntries.read',
      { deskId: actor.organisationId, subjectType: 'Desk', subjectId: actor.organisationId },
      { filter, ...page },
    );
    const items = found.items.map(({ entry, name, address }) =>
      describe(entry, this.sentenceOf(entry.action), {
        name,
        organisationName: organisations.get(entry.organisationId ?? '') ?? null,
        address,
      }),
    );
    return { ...found, items };
  }

  /** What can be asked for: every action there is an entry of at the acting desk. @throws ACCESS.NOT_FOUND */
  async actions(actor: PersonActor): Promise<{ action: string; sentence: Sentence }[]> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    const rows = await this.unitOfWork.read(actor, async (db) =>
      // One look into the index for each action, however many entries there are.
      db.query<{ action: string }[]>(
        `WITH RECURSIVE found AS (
           (SELECT action FROM audit_entry WHERE desk_id = $1 ORDER BY action LIMIT 1)
           UNION ALL
           SELECT (SELECT action FROM audit_entry WHERE desk_id = $1 AND action > found.action ORDER BY action LIMIT 1)
           FROM found WHERE found.action IS NOT NULL
         ) SELECT action FROM found WHERE action IS NOT NULL`,
        [actor.organisationId],
      ),
    );
    return rows.map(({ action }) => ({ action, sentence: this.sentenceOf(action) }));
  }

  private async organisationNames(actor: PersonActor, entries: readonly AuditEntry[]): Promise<Map<string, string>> {
    const idsOf = (kind: OrganisationKind) => [
      ...new Set(
        entries.flatMap(({ role, organisationId }) =>
          organisationId !== null && organisationKindOf(role as Role) === kind ? [organisationId] : [],
        ),
      ),
    ];
    const parties = [
      ...(await this.parties.buyers(actor, idsOf('BUYER'))),
      ...(await this.parties.desks(actor, idsOf('DESK'))),
      ...(await this.parties.facilities(actor, idsOf('FACILITY'))),
      ...(await this.parties.prefectures(actor, idsOf('PREFECTURE'))),
    ];
    return new Map(parties.map(({ id, name }) => [id, name]));
  }
}

/** Asked the safe way round: what cannot be read to have been sent is taken for a draft its buyer keeps to itself. */
const IS_KNOWN = `EXISTS (SELECT 1 FROM work_order WHERE work_order.id = about.id
  AND (work_order.submitted_at IS NOT NULL OR work_order.is_drafted_by_desk))`;

function entriesOfDesk(db: EntityManager, deskId: string): SelectQueryBuilder<AuditEntry> {
  return db
    .createQueryBuilder(AuditEntry, 'entry')
    .where('entry.deskId = :deskId', { deskId })
    .andWhere(
      `CASE entry.subject_type
         WHEN 'WorkOrder' THEN (SELECT ${IS_KNOWN} FROM (SELECT entry.subject_id AS id) about)
         WHEN 'Attachment' THEN EXISTS (
           SELECT 1 FROM (SELECT work_order_id AS id FROM attachment WHERE attachment.id = entry.subject_id) about
           WHERE ${IS_KNOWN})
         ELSE true END`,
    );
}

function limit(query: SelectQueryBuilder<AuditEntry>, filter: AuditFilter): SelectQueryBuilder<AuditEntry> {
  const { subjectType, subjectId, action, accountId, from, until } = filter;
  if (subjectType) query.andWhere('entry.subjectType = :subjectType', { subjectType });
  if (subjectId) query.andWhere('entry.subjectId = :subjectId', { subjectId });
  if (action) query.andWhere('entry.action = :action', { action });
  if (accountId) query.andWhere('entry.accountId = :accountId', { accountId });
  if (from) query.andWhere('entry.at >= :from', { from });
  if (until) query.andWhere('entry.at < :until', { until });
  return query;
}

async function namesOf(db: EntityManager, entries: readonly AuditEntry[]): Promise<Map<string, string>> {
  const ids = [...new Set(entries.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])))];
  const accounts = await db.find(Account, { select: { id: true, name: true }, where: { id: In(ids) } });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

/** Where the people of a buyer or a facility sit is none of the desk's business. */
async function addressesOf(
  db: EntityManager,
  actor: PersonActor,
  entries: readonly AuditEntry[],
): Promise<Map<string, string>> {
  const own = entries.filter(({ organisationId }) => organisationId === actor.organisationId);
  const rows = await db.query<{ entry_id: string; address: string }[]>(
    'SELECT entry_id, address FROM audit_origin WHERE entry_id = ANY($1)',
    [own.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.entry_id, row.address]));
}

function describe(
  entry: AuditEntry,
  sentence: Sentence,
  known: Pick<AuditedActor, 'name' | 'organisationName' | 'address'>,
): AuditView {
  const { role, accountId, organisationId, apiTokenId } = entry;
  const { before, after, from, to, ...details } = entry.change as Record<string, unknown>;
  return {
    id: entry.id,
    at: entry.at,
    actor: { role: role as Role | 'SYSTEM', accountId, organisationId, apiTokenId, ...known },
    action: entry.action,
    sentence,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    before: { ...(from === undefined ? {} : { status: from }), ...(before as object | undefined) },
    after: { ...(to === undefined ? {} : { status: to }), ...(after as object | undefined) },
    details,
    requestId: entry.requestId,
  };
}
