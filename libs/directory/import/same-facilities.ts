import { In } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { Facility } from '../facilities/facility.entity.js';
import { Membership } from '../facilities/membership.entity.js';
import { describeKnown, type KnownFacility } from './known-facilities.js';
import { type ComparableRow, type Match, matchFacilities } from './match-facilities.js';

/** Facilities whose rows are read at once. */
const FACILITIES_PER_READ = 300;

/**
 * Which facilities the rows of a desk's own list are: among those registered with it, now or before, and those that have
 * the number of a row. By the rules by which published lists are compared.
 */
export async function findSameFacilities<Row extends ComparableRow>(
  tx: Transaction,
  deskId: string,
  rows: readonly Row[],
): Promise<{ readonly matches: ReadonlyMap<Row, Match>; readonly known: readonly KnownFacility[] }> {
  const registered = await tx.manager.find(Membership, { where: { deskId }, select: { facilityId: true } });
  const numbers = rows.flatMap(({ facilityNumber }) => facilityNumber ?? []);
  const facilities = await tx.manager.find(Facility, {
    where: [{ id: In([...new Set(registered.map(({ facilityId }) => facilityId))]) }, { facilityNumber: In(numbers) }],
    order: { id: 'ASC' },
  });
  const known: KnownFacility[] = [];
  for (let from = 0; from < facilities.length; from += FACILITIES_PER_READ) {
    known.push(...(await describeKnown(tx.manager, facilities.slice(from, from + FACILITIES_PER_READ), deskId)));
  }
  return { matches: matchFacilities(rows, known), known };
}
