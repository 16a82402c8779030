import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { planRotation, type RotationCapacity, type RotationMember } from './plan-rotation.js';

const UNLIMITED: RotationCapacity = { possible: () => Number.MAX_SAFE_INTEGER, take: () => undefined };
const member = (facilityId: string, weight = 1, units = 0): RotationMember => ({
  facilityId,
  weight,
  units,
  turnUnits: 0,
});
const dates = (count: number, units = 1) => Array.from({ length: count }, (_, index) => ({ id: `${index}`, units }));
const counted = (facilityIds: readonly string[]) =>
  new Map([...new Set(facilityIds)].map((id) => [id, facilityIds.filter((one) => one === id).length]));

const anyMembers = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 5 }), units: fc.nat(5) }), { minLength: 1, maxLength: 6 })
  .map((rows) => rows.map((row, index) => ({ ...row, facilityId: `f${index}`, turnUnits: 0 })));
/** So many units a facility can take of each occurrence; all in all where `total` says so. */
function limited(limits: readonly number[], total: number): RotationCapacity & { readonly taken: Map<string, number> } {
  const taken = new Map<string, number>();
  return {
    taken,
    possible: (facilityId, { id }) =>
      Math.max(
        0,
        Math.min(
          (limits[(Number(id) + Number(facilityId.slice(1))) % limits.length] ?? 0) -
            (taken.get(`${facilityId} ${id}`) ?? 0),
          total - (taken.get(facilityId) ?? 0),
        ),
      ),
    take: (facilityId, { id }, units) => {
      for (const key of [facilityId, `${facilityId} ${id}`]) taken.set(key, (taken.get(key) ?? 0) + units);
    },
  };
}

describe('planRotation', () => {
  it('goes round in the order of the members', () => {
    const { shares } = planRotation([member('a'), member('b'), member('c')], dates(7), UNLIMITED);
    expect(shares.map(({ facilityId }) => facilityId).join('')).toBe('abcabca');
  });

  it('gives everybody its own units, and what one cannot take to the others', () => {
    const away: RotationCapacity = {
      ...UNLIMITED,
      possible: (id, { id: day }) => (id === 'a' && day === '1' ? 0 : 99),
    };
    const { shares, open } = planRotation([member('a', 1, 3), member('b', 1, 2)], dates(2, 5), away);
    expect(shares).toEqual([
      { occurrenceId: '0', facilityId: 'a', units: 3 },
      { occurrenceId: '0', facilityId: 'b', units: 2 },
      { occurrenceId: '1', facilityId: 'b', units: 5 },
    ]);
    expect(open.size).toBe(0);
  });

  it('lets one that was away catch up', () => {
    const away: RotationCapacity = {
      ...UNLIMITED,
      possible: (id, { id: day }) => (id === 'a' && Number(day) < 4 ? 0 : 9),
    };
    const { shares } = planRotation([member('a'), member('b')], dates(8), away);
    expect(shares.map(({ facilityId }) => facilityId).join('')).toBe('bbbbaaaa');
  });

  it('is even at every moment among equals, and exact after each round among unequals', () => {
    assertProperty(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
        fc.nat(60),
        (weights, count) => {
          const equals = weights.map((_, index) => member(`f${index}`));
          const turns = planRotation(equals, dates(count), UNLIMITED).shares.map(({ facilityId }) => facilityId);
          const had = equals.map(({ facilityId }) => counted(turns).get(facilityId) ?? 0);
          expect(Math.max(...had) - Math.min(...had)).toBeLessThanOrEqual(1);

          const unequals = weights.map((weight, index) => member(`f${index}`, weight));
          const round = weights.reduce((sum, weight) => sum + weight, 0);
          const whole = planRotation(unequals, dates(round * 2), UNLIMITED).shares.map(({ facilityId }) => facilityId);
          expect(unequals.map(({ facilityId }) => counted(whole).get(facilityId))).toEqual(
            weights.map((weight) => 2 * weight),
          );
        },
      ),
    );
  });

  it('gives away each unit once, never more than can be taken, and leaves open only what nobody can take', () => {
    assertProperty(
      fc.property(
        anyMembers,
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 20 }),
        fc.array(fc.nat(8), { minLength: 1, maxLength: 7 }),
        fc.nat(60),
        (members, units, limits, total) => {
          const occurrences = units.map((each, index) => ({ id: `${index}`, units: each }));
          const capacity = limited(limits, total);
          const { shares, open } = planRotation(members, occurrences, capacity);
          for (const occurrence of occurrences) {
            const own = shares.filter(({ occurrenceId }) => occurrenceId === occurrence.id);
            const given = own.reduce((sum, share) => sum + share.units, 0);
            expect(given + (open.get(occurrence.id) ?? 0)).toBe(occurrence.units);
            expect(new Set(own.map(({ facilityId }) => facilityId)).size).toBe(own.length);
            expect(own.every((share) => share.units > 0)).toBe(true);
          }
          for (const share of shares) {
            const most = limits[(Number(share.occurrenceId) + Number(share.facilityId.slice(1))) % limits.length];
            expect(share.units).toBeLessThanOrEqual(most ?? 0);
          }
          expect(members.every(({ facilityId }) => (capacity.taken.get(facilityId) ?? 0) <= total)).toBe(true);
          // Same input, same plan.
          expect(planRotation(members, occurrences, limited(limits, total)).shares).toEqual(shares);
          for (const id of open.keys()) {
            const left = members.map(({ facilityId }) => {
              const had =
                shares.find((share) => share.occurrenceId === id && share.facilityId === facilityId)?.units ?? 0;
              const most = limits[(Number(id) + Number(facilityId.slice(1))) % limits.length] ?? 0;
              return Math.min(most - had, total - sumUntil(shares, facilityId, Number(id)));
            });
            expect(Math.max(...left)).toBeLessThanOrEqual(0);
          }
        },
      ),
    );
  });
});

function sumUntil(
  shares: readonly { readonly occurrenceId: string; readonly facilityId: string; readonly units: number }[],
  facilityId: string,
  last: number,
): number {
  return shares
    .filter((share) => share.facilityId === facilityId && Number(share.occurrenceId) <= last)
    .reduce((sum, share) => sum + share.units, 0);
}
