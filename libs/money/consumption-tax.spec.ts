import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { type TaxRate, type TaxableLine, invoiceTax, taxRateOn } from './consumption-tax.js';
import type { Rounding } from './rounding.js';

const STANDARD: TaxRate = { percent: 10, isReduced: false };
const REDUCED: TaxRate = { percent: 8, isReduced: true };
const OLD: TaxRate = { percent: 8, isReduced: false };
const NONE: TaxRate = { percent: 0, isReduced: false };

describe('taxRateOn', () => {
  it.each([
    ['2026-11-21', STANDARD, REDUCED],
    ['2019-10-01', STANDARD, REDUCED],
    ['2019-09-30', OLD, OLD],
    ['2014-04-01', OLD, OLD],
    ['2014-03-31', { percent: 5, isReduced: false }, { percent: 5, isReduced: false }],
    ['1997-03-31', { percent: 3, isReduced: false }, { percent: 3, isReduced: false }],
  ] as const)('on %s', (date, standard, reduced) => {
    expect(taxRateOn('STANDARD', date)).toEqual(standard);
    expect(taxRateOn('REDUCED', date)).toEqual(reduced);
    expect(taxRateOn('NOT_TAXABLE', date)).toEqual(NONE);
  });

  it.each(['1989-03-31', '2026-1-1', '02026-01-01'] as const)('refuses %s', (date) => {
    expect(() => taxRateOn('STANDARD', date)).toThrow('TAX_DATE.INVALID');
  });
});

describe('invoiceTax', () => {
  const lines = (taxRate: TaxRate, ...amounts: number[]): TaxableLine[] =>
    amounts.map((amountYen) => ({ amountYen, taxRate }));

  it('rounds once per rate, not per line: two lines of 13,582 円 with 10 % hold 2,469 円, not 2 × 1,235', () => {
    for (const rounding of ['DOWN', 'NEAREST'] as const) {
      expect(invoiceTax(lines(STANDARD, 13_582, 13_582), 'TAX_INCLUSIVE', rounding)).toMatchObject({
        netYen: 24_695,
        taxYen: 2_469,
        grossYen: 27_164,
      });
    }
    expect(invoiceTax(lines(STANDARD, 13_582, 13_582), 'TAX_INCLUSIVE', 'UP').taxYen).toBe(2_470);
  });

  it('adds tax to exclusive prices in the direction of the issuer', () => {
    const taxOf = (rounding: Rounding) => invoiceTax(lines(STANDARD, 1_002, 1_003), 'TAX_EXCLUSIVE', rounding).taxYen;
    expect([taxOf('DOWN'), taxOf('NEAREST'), taxOf('UP')]).toEqual([200, 201, 201]);
  });

  it('states each rate apart, and an old 8 % apart from a reduced 8 %', () => {
    const mixed = [...lines(NONE, 84), ...lines(REDUCED, 1_999), ...lines(OLD, 999), ...lines(STANDARD, 5_555, 1)];
    expect(invoiceTax(mixed, 'TAX_EXCLUSIVE', 'DOWN')).toEqual({
      byRate: [
        { taxRate: STANDARD, netYen: 5_556, taxYen: 555, grossYen: 6_111 },
        { taxRate: OLD, netYen: 999, taxYen: 79, grossYen: 1_078 },
        { taxRate: REDUCED, netYen: 1_999, taxYen: 159, grossYen: 2_158 },
        { taxRate: NONE, netYen: 84, taxYen: 0, grossYen: 84 },
      ],
      netYen: 8_638,
      taxYen: 793,
      grossYen: 9_431,
    });
  });

  it('of no lines is nothing', () => {
    expect(invoiceTax([], 'TAX_INCLUSIVE', 'DOWN')).toEqual({ byRate: [], netYen: 0, taxYen: 0, grossYen: 0 });
  });

  it('refuses a fraction of a yen', () => {
    expect(() => invoiceTax(lines(STANDARD, 0.1), 'TAX_EXCLUSIVE', 'DOWN')).toThrow('AMOUNT.NOT_SAFE_INTEGER');
  });

  const anyLines = fc.array(
    fc.record({
      amountYen: fc.integer({ min: -10_000_000, max: 10_000_000 }),
      taxRate: fc.constantFrom(STANDARD, REDUCED, OLD, NONE),
    }),
    { maxLength: 40 },
  );
  const anyPricing = fc.constantFrom('TAX_INCLUSIVE' as const, 'TAX_EXCLUSIVE' as const);
  const anyRounding = fc.constantFrom<Rounding>('DOWN', 'NEAREST', 'UP');

  it('always adds up, and keeps the side on which the prices were stated', () => {
    assertProperty(
      fc.property(anyLines, anyPricing, anyRounding, (any, pricing, rounding) => {
        const tax = invoiceTax(any, pricing, rounding);
        const stated = any.reduce((sum, { amountYen }) => sum + amountYen, 0);
        expect(pricing === 'TAX_INCLUSIVE' ? tax.grossYen : tax.netYen).toBe(stated);
        expect(tax.netYen + tax.taxYen).toBe(tax.grossYen);
        for (const part of tax.byRate) expect(part.netYen + part.taxYen).toBe(part.grossYen);
      }),
    );
  });

  it('does not depend on the order of the lines, and a correction cancels the invoice', () => {
    assertProperty(
      fc.property(anyLines, anyPricing, anyRounding, (any, pricing, rounding) => {
        const tax = invoiceTax(any, pricing, rounding);
        expect(invoiceTax(any.toReversed(), pricing, rounding)).toEqual(tax);
        const correction = any.map((line) => ({ ...line, amountYen: 0 - line.amountYen }));
        expect(invoiceTax(correction, pricing, rounding).taxYen + tax.taxYen).toBe(0);
      }),
    );
  });
});
