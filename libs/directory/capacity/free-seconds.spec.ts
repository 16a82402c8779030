import fc from 'fast-check';
import { checkPromises, type Demand } from '#yui/matching';
import { assertProperty } from '../../../test/harness/property.js';
import { freeSecondsByPeriod } from './free-seconds.js';

const load = (seconds: number[], demands: Demand[]) => ({
  facilityId: 'f',
  today: '2026-11-24' as const,
  calendar: { seconds },
  demands,
  dailyLimits: {},
});

describe('freeSecondsByPeriod', () => {
  it('does promises as late as they may be', () => {
    const demands = [{ id: 'a', seconds: 15, startDay: 0, dueDay: 2 }];
    expect(freeSecondsByPeriod(load([10, 10, 10, 10], demands), [0, 2, 3])).toEqual([10, 5, 10]);
  });

  it('does what is overdue first', () => {
    const demands = [{ id: 'a', seconds: 15, startDay: -5, dueDay: -1 }];
    expect(freeSecondsByPeriod(load([10, 10], demands), [0, 1])).toEqual([0, 5]);
  });

  it('leaves just what can be added until each date without making a promise late', () => {
    const demand = fc.record({
      seconds: fc.integer({ min: 1, max: 40 }),
      startDay: fc.constant(0),
      dueDay: fc.integer({ min: 0, max: 5 }),
    });
    assertProperty(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 6, maxLength: 6 }),
        fc.array(demand, { maxLength: 4 }),
        fc.integer({ min: 0, max: 5 }),
        (seconds, raw, until) => {
          const demands = raw.map((row, index) => ({ id: String(index), ...row }));
          fc.pre(checkPromises({ seconds }, demands).isFeasible);
          const room = freeSecondsByPeriod(load(seconds, demands), [until])[0] ?? 0;
          const wish = (wanted: number) => ({ id: 'wish', seconds: wanted, startDay: 0, dueDay: until });
          const isPossible = (wanted: number) => checkPromises({ seconds }, [...demands, wish(wanted)]).isFeasible;
          expect(room === 0 || isPossible(room)).toBe(true);
          expect(isPossible(room + 1)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
