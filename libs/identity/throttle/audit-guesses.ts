import { groupBy, SYSTEM, type Transaction } from '#yui/platform';
import type { Attempt } from './attempt.entity.js';

/**
 * Writes wrong guesses into the audit, those at one account together: of the desks it works for, or of none. Who guessed is
 * not known, so the product itself says it.
 */
export async function auditGuesses(tx: Transaction, attempts: readonly Attempt[]): Promise<void> {
  const wrong = attempts.filter(({ accountId, isNoted }) => accountId !== null && !isNoted);
  for (const [, guesses] of groupBy(wrong, ({ accountId, guessed }) => `${accountId} ${guessed}`)) {
    const { accountId, guessed } = guesses[0] as Attempt & { accountId: string };
    const times = guesses.map(({ at }) => at.getTime());
    const change = {
      method: guessed,
      count: guesses.length,
      firstAt: new Date(Math.min(...times)),
      lastAt: new Date(Math.max(...times)),
    };
    for (const deskId of await desksOf(tx, accountId)) {
      await tx.as(SYSTEM).audit('signIn.refused', { deskId, subjectType: 'Account', subjectId: accountId }, change);
    }
  }
}

async function desksOf(tx: Transaction, accountId: string): Promise<(string | null)[]> {
  const rows = await tx.manager.query<{ id: string }[]>(
    `SELECT DISTINCT organisation_id AS id FROM role_grant
     WHERE account_id = $1 AND revoked_at IS NULL AND role IN ('DESK_ADMIN', 'DESK_COORDINATOR') ORDER BY id`,
    [accountId],
  );
  return rows.length > 0 ? rows.map(({ id }) => id) : [null];
}
