import { accessErrors, type PersonActor, requireInteger, type Transaction } from '#yui/platform';
import { FIRST_RECORDED_YEAR } from '../recorded/check-figure.js';
import { type Keeper, requireKeeper } from '../recorded/keeper.js';

const LAST_YEAR = 2100;

/** @throws INPUT.NUMBER_OUT_OF_RANGE */
export const requireYear = (field: string, year: number): number =>
  requireInteger(field, year, FIRST_RECORDED_YEAR, LAST_YEAR);

/** One at a time writes what is kept of the year. @throws ACCESS.NOT_FOUND for a desk: it keeps no targets of governments; RESULT.NOT_FOR_COMPANIES */
export async function requireGovernmentKeeper(tx: Transaction, actor: PersonActor): Promise<Keeper> {
  const keeper = await requireKeeper(tx, actor);
  if (keeper.keeperKind === 'DESK') throw accessErrors.NOT_FOUND();
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `procurement of ${keeper.keeperId}`,
  ]);
  return keeper;
}
