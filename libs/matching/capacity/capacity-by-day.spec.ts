import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { capacityByDay } from './capacity-by-day.js';
import { capacityUntil } from './capacity-until.js';

const DAYS = 12;
const demand = fc.record({
  units: fc.integer({ min: 0, max: 30 }),
  secondsPerUnit: fc.integer({ min: 1, max: 400 }),
  startDay: fc.integer({ min: -3, max: DAYS - 1 }),
  length: fc.integer({ min: 0, max: DAYS }),
  workType: fc.constantFrom('V', 'W'),
});

describe('capacityByDay', () => {
  it('says of every day what is possible until it', () => {
    assertProperty(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: DAYS, maxLength: DAYS }),
        fc.array(demand, { maxLength: 8 }),
        fc.record({
          secondsPerUnit: fc.integer({ min: 1, max: 300 }),
          startDay: fc.integer({ min: -2, max: DAYS + 1 }),
        }),
        fc.option(fc.integer({ min: 0, max: 20 })),
        (seconds, rows, asked, limit) => {
          const demands = rows.map(({ length, ...row }, index) => ({
            ...row,
            id: `d${index}`,
            seconds: row.units * row.secondsPerUnit,
            dueDay: Math.min(DAYS - 1, row.startDay + length),
          }));
          const request = { ...asked, workType: 'W' };
          const limits = limit === null ? {} : { W: limit };
          const lastDay = DAYS - 1;
          const byDay = capacityByDay({ seconds }, demands, request, lastDay, limits);
          const first = Math.max(0, request.startDay);
          const each = Array.from({ length: Math.max(0, DAYS - first) }, (_, index) =>
            capacityUntil({ seconds }, demands, { ...request, startDay: first, dueDay: first + index }, limits),
          );
          expect(byDay).toEqual(each);
        },
      ),
    );
  });
});
