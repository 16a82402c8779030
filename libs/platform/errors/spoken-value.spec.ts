import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { defineErrors } from './domain-error.js';

const { TOLD } = defineErrors('THING', { TOLD: { ja: '値は{value}です。', en: 'It is {value}.' } });

describe('values in sentences', () => {
  it.each([
    ['2026-11-21', '値は令和8年11月21日（土）です。', 'It is 21 November 2026.'],
    ['2026-11-21T00:05:00.000Z', '値は令和8年11月21日（土）09:05です。', 'It is 21 November 2026 at 09:05 (Japan).'],
    [100_000_000, '値は100,000,000です。', 'It is 100,000,000.'],
    ['2026-13-45', '値は2026-13-45です。', 'It is 2026-13-45.'],
    ['KOCHI-2026-4817', '値はKOCHI-2026-4817です。', 'It is KOCHI-2026-4817.'],
  ])('%s', (value, ja, en) => {
    const { messageJa, messageEn, details } = TOLD({ value });
    expect([messageJa, messageEn, details]).toEqual([ja, en, { value }]);
  });

  it('never show a day, a moment or a large number as programs write them', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    assertProperty(
      fc.property(day, fc.integer({ min: 10_000, max: 1e15 }), (date, amount) => {
        const iso = date.toISOString();
        for (const value of [iso, iso.slice(0, 10), amount]) {
          const { messageJa, messageEn } = TOLD({ value });
          expect(messageJa + messageEn).not.toMatch(/\d{4}-\d\d|\d{5}|T\d\d:/);
        }
      }),
    );
  });
});
