import fc from 'fast-check';
import { CONTRACT_TYPES } from '#yui/orders';
import { assertProperty } from '../../../test/harness/property.js';
import { type BookedOrder, tally } from './contract-results.js';

const order = (change: Partial<BookedOrder>): BookedOrder => ({
  workOrderId: 'order',
  number: 'KOCHI-R8-0001',
  title: '封入',
  contractType: 'DESK_CONTRACT',
  buyerName: '株式会社とさ商事',
  bookedOn: '2026-12-01',
  isCounted: true,
  facilities: [{ facilityId: 'facility', name: 'ひまわり作業所' }],
  salesYen: 0,
  ...change,
});

describe('the table of contract results', () => {
  it('is all zero without orders', () => {
    const nothing = { orderCount: 0, facilityCount: 0, salesYen: 0, salesThousandYen: 0 };
    expect(tally([])).toEqual({
      byType: { DESK_CONTRACT: nothing, BROKERED: nothing, REFERRAL: nothing },
      total: nothing,
    });
  });

  it('rounds every figure from yen: 3 × 500 円 are 2 千円 in total although each type shows 1', () => {
    const table = tally(CONTRACT_TYPES.map((contractType) => order({ contractType, salesYen: 500 })));
    expect(CONTRACT_TYPES.map((type) => table.byType[type].salesThousandYen)).toEqual([1, 1, 1]);
    expect(table.total).toMatchObject({ salesYen: 1_500, salesThousandYen: 2 });
  });

  it('counts a facility once for each order', () => {
    const table = tally([order({ workOrderId: 'one' }), order({ workOrderId: 'two' })]);
    expect(table.total).toMatchObject({ orderCount: 2, facilityCount: 2 });
  });

  it('has totals that are the sums of the types, for counts and yen', () => {
    const anyOrder = fc.record({
      contractType: fc.constantFrom(...CONTRACT_TYPES),
      salesYen: fc.nat(1_000_000_000),
      facilities: fc.array(fc.record({ facilityId: fc.uuid(), name: fc.string() }), { maxLength: 5 }),
    });
    assertProperty(
      fc.property(fc.array(anyOrder, { maxLength: 30 }), (orders) => {
        const { byType, total } = tally(orders.map(order));
        for (const figure of ['orderCount', 'facilityCount', 'salesYen'] as const) {
          expect(total[figure]).toBe(CONTRACT_TYPES.reduce((sum, type) => sum + byType[type][figure], 0));
        }
      }),
    );
  });
});
