import type { Transaction } from '#yui/platform';

/**
 * Takes the facility's turn: until this transaction ends nobody else promises its work or changes what it has to give.
 * What is read afterwards holds everything that was promised before.
 */
export async function takeTurn(tx: Transaction, facilityId: string): Promise<void> {
  const rows = await tx.manager.query<object[]>(
    'SELECT 1 FROM facility_capacity WHERE facility_id = $1 FOR NO KEY UPDATE',
    [facilityId],
  );
  if (rows.length === 0) throw new Error(`Facility ${facilityId} has no row in facility_capacity`);
}

/** Keeps the sum of the promises beside the turn, for the eye and the tests. Needs the turn. */
export async function addPromisedSeconds(tx: Transaction, facilityId: string, seconds: number): Promise<void> {
  await tx.manager.query(
    `UPDATE facility_capacity SET version = version + 1, promised_seconds = promised_seconds + $2 WHERE facility_id = $1`,
    [facilityId, seconds],
  );
}
