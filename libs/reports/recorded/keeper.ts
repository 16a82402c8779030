import { Buyer } from '#yui/directory';
import { accessErrors, organisationKindOf, type PersonActor, type Transaction } from '#yui/platform';
import { recordedErrors } from './recorded.errors.js';
import type { KeeperKind } from './recorded-result.entity.js';

export interface Keeper {
  readonly keeperKind: KeeperKind;
  readonly keeperId: string;
  /** In whose audit it belongs. */
  readonly deskId: string | null;
}

/**
 * Who records results for its reports: a desk what it did, a government what its departments bought, a prefecture what its
 * towns returned.
 * @throws ACCESS.NOT_FOUND, RESULT.NOT_FOR_COMPANIES
 */
export async function requireKeeper(tx: Transaction, actor: PersonActor): Promise<Keeper> {
  const keeperKind = organisationKindOf(actor.role);
  const keeperId = actor.organisationId;
  if (keeperKind !== 'DESK' && keeperKind !== 'BUYER' && keeperKind !== 'PREFECTURE') throw accessErrors.NOT_FOUND();
  if (keeperKind === 'BUYER') {
    const { kind } = await tx.get(Buyer, { id: keeperId });
    if (kind !== 'GOVERNMENT') throw recordedErrors.NOT_FOR_COMPANIES();
  }
  return { keeperKind, keeperId, deskId: keeperKind === 'DESK' ? keeperId : null };
}
