import type { SplitSnapshot } from '../snapshot/types.js';
import { splitKeepingOffers } from './split-keeping-offers.js';

function snapshot(quantity: number, capacities: Readonly<Record<string, number>>): SplitSnapshot {
  return {
    orderKey: 'KOCHI-2026-0001/1',
    quantity,
    lotSize: 1,
    maxFacilities: null,
    rule: 'WEBSTER',
    measure: 'YEN',
    candidates: Object.entries(capacities).map(([facilityId, capacityUnits]) => ({
      facilityId,
      capacityUnits,
      minimumLot: 1,
      weight: 20,
      balance: 0,
      measurePerUnit: 4,
    })),
  };
}
const unitsOf = (result: { shares: readonly { facilityId: string; units: number }[] }) =>
  Object.fromEntries(result.shares.map((share) => [share.facilityId, share.units]));

describe('splitKeepingOffers', () => {
  it('splits fairly over all when nothing is offered yet', () => {
    const { result, changes } = splitKeepingOffers(snapshot(900, { a: 900, b: 900, c: 900 }), []);
    expect(unitsOf(result)).toEqual({ a: 300, b: 300, c: 300 });
    expect(changes).toHaveLength(3);
  });

  it('leaves open offers alone and shares what is missing among the others, not with one of them', () => {
    const { result, changes } = splitKeepingOffers(snapshot(900, { a: 900, b: 900, c: 900 }), [
      { facilityId: 'a', offeredUnits: 500 },
    ]);
    expect(unitsOf(result)).toEqual({ a: 500, b: 200, c: 200 });
    expect(result.shares.find((share) => share.facilityId === 'a')?.reason.code).toBe('KEPT');
    expect(changes.map((change) => change.facilityId)).toEqual(['b', 'c']);
  });

  it('says of the others that what is offered is enough, where nothing is left to split', () => {
    const { result } = splitKeepingOffers(snapshot(500, { a: 900, b: 900 }), [{ facilityId: 'a', offeredUnits: 500 }]);
    expect(result.shares.map(({ units, reason }) => [units, reason.code, reason.ineligible?.code])).toEqual([
      [500, 'KEPT', undefined],
      [0, 'INELIGIBLE', 'OTHER'],
    ]);
  });

  it('changes open offers only when units would stay without a place', () => {
    const { result, changes } = splitKeepingOffers(snapshot(900, { a: 800, b: 150 }), [
      { facilityId: 'a', offeredUnits: 500 },
    ]);
    expect(unitsOf(result)).toEqual({ a: 750, b: 150 });
    expect(changes).toHaveLength(2);
  });

  it('changes one open offer, not all of them, when one facility alone can take what somebody declined', () => {
    const offers = ['a', 'b', 'c'].map((facilityId) => ({ facilityId, offeredUnits: 100 }));
    const { result, changes } = splitKeepingOffers(snapshot(390, { a: 110, b: 200, c: 110, d: 10 }), offers);
    expect(unitsOf(result)).toEqual({ a: 100, b: 180, c: 100, d: 10 });
    expect(changes.map((change) => change.facilityId)).toEqual(['b', 'd']);
  });

  it('makes one offer smaller, and asks nobody new, when there is less to place than is offered', () => {
    const offers = ['a', 'b', 'c'].map((facilityId) => ({ facilityId, offeredUnits: 100 }));
    const { result, changes } = splitKeepingOffers(snapshot(250, { a: 900, b: 900, c: 900, d: 900 }), offers);
    expect(result.placed).toBe(250);
    expect(changes).toEqual([expect.objectContaining({ fromUnits: 100, toUnits: 50 })]);
  });

  it('splits again from the start when an offer is more than the facility can still do, or offers are too many', () => {
    expect(
      unitsOf(splitKeepingOffers(snapshot(300, { a: 100, b: 900 }), [{ facilityId: 'a', offeredUnits: 200 }]).result),
    ).toEqual({ a: 100, b: 200 });
    expect(
      unitsOf(splitKeepingOffers(snapshot(100, { a: 300, b: 300 }), [{ facilityId: 'a', offeredUnits: 200 }]).result),
    ).toEqual({ a: 50, b: 50 });
  });
});
