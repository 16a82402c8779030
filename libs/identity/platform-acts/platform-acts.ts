import { defineErrors, type PersonActor, type Transaction, type UnitOfWork } from '#yui/platform';
import { deskOf } from '../accounts/audit-desk.js';
import { emitPlatformActed } from '../accounts/account-events.js';

export type PlatformActKind = 'DISABLE_ACCOUNT' | 'ENABLE_ACCOUNT' | 'RESET_SECOND_FACTOR' | 'ERASE_ACCOUNT' | 'INVITE';

/** Something the platform may do to the people of a desk, who run the desk without it. */
export interface PlatformAct {
  readonly kind: PlatformActKind;
  /** The account, or whom an invitation is for; the same act has the same subject. */
  readonly subject: string;
  readonly deskIds: readonly string[];
}

const WAIT_HOURS = 24;
/** An act that was asked for longer ago is asked for again. */
const VALID_DAYS = 7;

const errors = defineErrors('PLATFORM_ACT', {
  WAITS: {
    ja: '窓口の管理者全員に知らせました。{until}以降にもう一度操作するか、ほかの運営者が同じ操作をすると、実行されます。',
    en: 'All administrators of the desk were told. It is done when you ask again after {until}, or when another administrator of the platform asks for the same.',
  },
});

/** The desks for which the person works. */
async function desksOfPerson(tx: Pick<Transaction, 'manager'>, accountId: string): Promise<string[]> {
  const rows = await tx.manager.query<{ id: string }[]>(
    `SELECT DISTINCT organisation_id AS id FROM role_grant
     WHERE account_id = $1 AND revoked_at IS NULL AND role IN ('DESK_ADMIN', 'DESK_COORDINATOR') ORDER BY id`,
    [accountId],
  );
  return rows.map(({ id }) => id);
}

export async function actOnPerson(tx: Transaction, kind: PlatformActKind, accountId: string): Promise<PlatformAct> {
  return { kind, subject: accountId, deskIds: await desksOfPerson(tx, accountId) };
}

/** Nothing to wait for: a desk that never had anybody gets its first people. */
export async function hasHadPeople(tx: Pick<Transaction, 'manager'>, deskId: string): Promise<boolean> {
  const rows = await tx.manager.query<object[]>('SELECT 1 FROM role_grant WHERE organisation_id = $1 LIMIT 1', [
    deskId,
  ]);
  return rows.length > 0;
}

/**
 * Goes on when the platform may do this now: asked for a day ago, or by somebody else. Otherwise it is noted and every
 * administrator of the desk is told, so that nobody is shut out, or let in, behind the back of the desk. Others than the
 * platform, and acts that are about no desk, go on at once. It is a transaction of its own: the note stays.
 * @throws PLATFORM_ACT.WAITS
 */
export async function requireSecondLook(
  unitOfWork: UnitOfWork,
  actor: PersonActor,
  findAct: (tx: Transaction) => Promise<PlatformAct>,
): Promise<void> {
  if (actor.role !== 'PLATFORM_ADMIN') return;
  const until = await unitOfWork.run(actor, async (tx) => {
    const act = await findAct(tx);
    let latest: Date | null = null;
    for (const deskId of act.deskIds) {
      const waits = await noteAct(tx, actor, act, deskId);
      if (waits !== null && (latest === null || waits > latest)) latest = waits;
    }
    return latest;
  });
  if (until !== null) throw errors.WAITS({ until: until.toISOString() });
}

/** @returns until when it waits; null: it may be done now */
async function noteAct(tx: Transaction, actor: PersonActor, act: PlatformAct, deskId: string): Promise<Date | null> {
  const { kind, subject } = act;
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`act ${kind} ${subject}`]);
  // What was done a moment ago may be the same request once more: its own key tells.
  const [asked] = await tx.manager.query<{ is_ripe: boolean; until: Date }[]>(
    `SELECT done_at IS NOT NULL OR requested_by <> $4 OR requested_at <= now() - make_interval(hours => $5) AS is_ripe,
       requested_at + make_interval(hours => $5) AS until
     FROM platform_act WHERE kind = $1 AND subject = $2 AND desk_id = $3
       AND (done_at IS NULL OR done_by = $4 AND done_at > now() - interval '10 minutes')
       AND requested_at > now() - make_interval(days => $6) ORDER BY requested_at LIMIT 1`,
    [kind, subject, deskId, actor.accountId, WAIT_HOURS, VALID_DAYS],
  );
  if (asked) return asked.is_ripe ? null : asked.until;
  const id = tx.newId();
  const [row] = await tx.manager.query<[{ until: Date }]>(
    `INSERT INTO platform_act (id, desk_id, kind, subject, requested_by) VALUES ($1, $2, $3, $4, $5)
     RETURNING requested_at + make_interval(hours => $6) AS until`,
    [id, deskId, kind, subject, actor.accountId, WAIT_HOURS],
  );
  await tx.audit('platformAct.request', { deskId, subjectType: 'PlatformAct', subjectId: id }, { kind });
  await emitPlatformActed(tx, deskId, id);
  return row.until;
}

/**
 * Marks an act as done in the transaction that does it, and tells the administrators.
 * @returns in whose audit it stands: of every desk concerned; of whom it is otherwise
 */
export async function completeAct(tx: Transaction, actor: PersonActor, act: PlatformAct): Promise<(string | null)[]> {
  if (actor.role !== 'PLATFORM_ADMIN' || act.deskIds.length === 0) return [deskOf(actor)];
  for (const deskId of act.deskIds) {
    const [rows] = await tx.manager.query<[{ id: string }[], number]>(
      `UPDATE platform_act SET done_at = now(), done_by = $4
       WHERE kind = $1 AND subject = $2 AND desk_id = $3 AND done_at IS NULL RETURNING id`,
      [act.kind, act.subject, deskId, actor.accountId],
    );
    for (const { id } of rows) await emitPlatformActed(tx, deskId, id);
  }
  return [...act.deskIds];
}
