import { IsNull } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { lockPeopleOf } from '#yui/identity';
import type { Transaction } from '#yui/platform';
import { Membership } from '../facilities/membership.entity.js';
import { MEMBERSHIP_EVENTS } from './membership.events.js';
import { membershipErrors } from '../facilities/membership.errors.js';
import { freeAmong } from './free-facilities.js';

/** Desks enter registrations that are older than the product. */
const EARLIEST: LocalDate = '1990-01-01';
const ROWS_PER_STATEMENT = 1_000;

interface Joining {
  readonly deskId: string;
  readonly facilityId: string;
  /** null: today. */
  readonly joinedOn: LocalDate | null;
  /** It told the desk its registration code in this transaction; otherwise it must be free. */
  readonly isAgreed: boolean;
}

/**
 * Registers a facility with a desk, from a day on that has come already.
 * @throws MEMBERSHIP.ALREADY_MEMBER, MEMBERSHIP.DAY_OUT_OF_RANGE, MEMBERSHIP.CODE_NEEDED
 */
export async function joinDesk(
  tx: Transaction,
  { deskId, facilityId, joinedOn, isAgreed }: Joining,
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
  if (day < first || day > today) throw membershipErrors.DAY_OUT_OF_RANGE({ first, last: today }).at('joinedOn');
  const joining = {
    deskId,
    facilityIds: [facilityId],
    mustBeFree: isAgreed ? [] : [facilityId],
    joinedOn: day,
    isAgreed,
  };
  const [membershipId = ''] = await addMemberships(tx, joining);
  return { membershipId, joinedOn: day };
}

interface JoiningMany {
  readonly deskId: string;
  readonly facilityIds: readonly string[];
  /** Those of them that were there before and have not agreed. */
  readonly mustBeFree: readonly string[];
  readonly joinedOn: LocalDate;
  readonly isAgreed: boolean;
}

/**
 * Registers facilities with a desk that are not its members, and tells them.
 * @returns the ids of the registrations, in the order of the facilities
 * @throws MEMBERSHIP.CODE_NEEDED when one of them is not free any more
 */
export async function addMemberships(
  tx: Transaction,
  { deskId, facilityIds, mustBeFree, joinedOn, isAgreed }: JoiningMany,
): Promise<string[]> {
  // Two desks that find it free, or a desk and its first person: the second waits and finds it taken.
  for (const facilityId of mustBeFree.toSorted()) await lockPeopleOf(tx, facilityId);
  if ((await freeAmong(tx.manager, mustBeFree)).size < mustBeFree.length) throw membershipErrors.CODE_NEEDED();
  const rows = facilityIds.map((facilityId) => ({
    id: tx.newId(),
    ...{ deskId, facilityId, joinedOn, isAgreed },
    registeredAt: tx.now,
    leftOn: null,
  }));
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await tx.manager.insert(Membership, rows.slice(from, from + ROWS_PER_STATEMENT));
  }
  for (const { id } of rows) await tx.emit(MEMBERSHIP_EVENTS.registered, deskId, { membershipId: id });
  return rows.map(({ id }) => id);
}
