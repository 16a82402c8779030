import { IsNull } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { MEMBERSHIP_EVENTS } from './membership.events.js';
import { membershipErrors } from './membership.errors.js';

/** Desks write down registrations that are older than the product. */
const EARLIEST: LocalDate = '1990-01-01';

/**
 * Registers a facility with a desk, from a day on that has come already.
 * @throws MEMBERSHIP.ALREADY_MEMBER, MEMBERSHIP.DAY_OUT_OF_RANGE
 */
export async function joinDesk(
  tx: Transaction,
  { deskId, facilityId, joinedOn }: { deskId: string; facilityId: string; joinedOn: LocalDate | null },
): Promise<{ membershipId: string; joinedOn: LocalDate }> {
  const today = todayInTokyo(tx.now);
  const [last] = await tx.manager.find(Membership, {
    where: { deskId, facilityId },
    order: { joinedOn: 'DESC', id: 'DESC' },
    take: 1,
  });
  if (await tx.manager.existsBy(Membership, { deskId, facilityId, leftOn: IsNull() })) {
    throw membershipErrors.ALREADY_MEMBER();
  }
  const first = last?.leftOn ?? EARLIEST;
  const day = joinedOn ?? today;
  if (day < first || day > today) throw membershipErrors.DAY_OUT_OF_RANGE({ first, last: today });
  const membershipId = tx.newId();
  await tx.manager.insert(Membership, { id: membershipId, deskId, facilityId, joinedOn: day, leftOn: null });
  await tx.emit(MEMBERSHIP_EVENTS.registered, deskId, { membershipId });
  return { membershipId, joinedOn: day };
}
