import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { split } from '../split/split.js';
import type { BindingReason, SplitCandidate, SplitSnapshot } from '../snapshot/types.js';
import { explainOwnShare } from './own-share.js';

const snapshot = (candidates: SplitCandidate[], facts: Partial<SplitSnapshot> = {}): SplitSnapshot => ({
  orderKey: 'order-1/line-1',
  quantity: 1_200,
  lotSize: 1,
  maxFacilities: null,
  rule: 'WEBSTER',
  measure: 'YEN',
  candidates,
  ...facts,
});
const candidate = (facilityId: string, facts: Partial<SplitCandidate> = {}): SplitCandidate => ({
  facilityId,
  capacityUnits: 1_000,
  minimumLot: 1,
  weight: 20,
  balance: 0,
  measurePerUnit: 10,
  ...facts,
});

describe('explainOwnShare', () => {
  it('tells a facility why it has its number, in the unit of the work', () => {
    const result = split(
      snapshot([
        candidate('a', { capacityUnits: 100 }),
        candidate('b'),
        candidate('c', { ineligible: { code: 'EXCLUDED_BY_COORDINATOR', note: '苦情があったため' } }),
        candidate('d', { pinnedUnits: 300 }),
      ]),
    );
    const own = result.shares.map((share) => explainOwnShare(result.measure, share, '通')?.ja ?? null);
    expect(own).toEqual([
      '登録されている作業の時間で、期日までにできる数（100通）のすべてです。時間に余裕があれば、公平に分けた数は約800通でした。',
      '仕事を公平に分けた数です。この仕事で、今年度の実績は1人あたり0円から400円になります。',
      null,
      'お返事または窓口との相談で決めた数（300通）です。',
    ]);
    expect(explainOwnShare(result.measure, result.shares[1]!, '通')?.en).toBe(
      'This is the fair share. With it, what each person has had this year goes from ¥0 to ¥400.',
    );
  });

  it('has a sentence for every reason for which somebody gets something', () => {
    const seen = new Set<BindingReason>();
    const told = new Set<BindingReason>();
    sharesOfRandomLines((share, measure) => {
      if (share.units === 0) return;
      seen.add(share.reason.code);
      if (explainOwnShare(measure, share, '個')) told.add(share.reason.code);
    });
    expect([...seen].sort()).toEqual([...told].sort());
    expect(seen.size).toBeGreaterThanOrEqual(4);
  });

  it('holds no figure but the own ones, and nobody else', () => {
    sharesOfRandomLines((share, measure) => {
      const reason = explainOwnShare(measure, share, '個');
      const own = [share.units, share.entitlementUnits, share.fairUnits, share.ratioBefore, share.loadRatio].map(
        Math.round,
      );
      for (const sentence of [reason?.ja ?? '', reason?.en ?? '']) {
        const figures = (sentence.match(/[\d,]*\d/g) ?? []).map((figure) => Number(figure.replaceAll(',', '')));
        // 「1人あたり」
        expect(figures.filter((figure) => !own.includes(figure) && figure !== 1)).toEqual([]);
        expect(sentence).not.toContain('facility-');
      }
    });
  });
});

type Visit = (share: ReturnType<typeof split>['shares'][number], measure: SplitSnapshot['measure']) => void;

/** Lines with every kind of limit, over facilities whose names and figures can be told apart. */
function sharesOfRandomLines(visit: Visit): void {
  const facility = fc.record({
    capacityUnits: fc.integer({ min: 0, max: 3_000 }),
    minimumLot: fc.integer({ min: 1, max: 400 }),
    weight: fc.integer({ min: 3, max: 60 }),
    balance: fc.integer({ min: 0, max: 900_000 }),
    pinnedUnits: fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined, freq: 6 }),
    unitPriceSen: fc.integer({ min: 300, max: 420 }),
  });
  assertProperty(
    fc.property(
      fc.array(facility, { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 100, max: 5_000 }),
      fc.constantFrom('YEN' as const, 'MINUTES' as const),
      fc.constantFrom(0, 0.1),
      (facilities, quantity, measure, priceTolerance) => {
        const candidates = facilities.map(({ pinnedUnits, ...facts }, index) =>
          candidate(`facility-${index}`, { ...facts, ...(pinnedUnits === undefined ? {} : { pinnedUnits }) }),
        );
        for (const share of split(snapshot(candidates, { quantity, measure, priceTolerance })).shares) {
          visit(share, measure);
        }
      },
    ),
    { numRuns: 600 },
  );
}
