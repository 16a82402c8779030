import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { scatteredNumber } from './scattered-number.js';

describe('a scattered number', () => {
  it('is another one for each count, in the digits of its block', () => {
    assertProperty(
      fc.property(fc.string(), fc.integer({ min: 1, max: 99_000 }), (secret, from) => {
        const numbers = Array.from({ length: 300 }, (_, index) => scatteredNumber(from + index, secret));
        expect(new Set(numbers).size).toBe(300);
        numbers.forEach((number, index) =>
          expect(number).toHaveLength(from + index <= 9000 ? 4 : 5 + Number(from + index > 99_000)),
        );
      }),
    );
  });

  it('fills its block whole', () => {
    const numbers = Array.from({ length: 9000 }, (_, index) => Number(scatteredNumber(index + 1, 'a secret')));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 9000 }, (_, index) => 1000 + index));
  });

  it('tells neither the count nor the next one', () => {
    assertProperty(
      fc.property(fc.uuid(), (secret) => {
        const numbers = Array.from({ length: 200 }, (_, index) => Number(scatteredNumber(index + 1, secret)));
        const steps = numbers.slice(1).map((number, index) => number - numbers[index]!);
        expect(steps.filter((step) => step > 0).length).toBeGreaterThan(50);
        expect(steps.filter((step) => step < 0).length).toBeGreaterThan(50);
        expect(new Set(steps).size).toBeGreaterThan(150);
      }),
    );
  });

  it('goes on as it was in a series that had no secret', () => {
    expect([1, 42, 12_345].map((count) => scatteredNumber(count, null))).toEqual(['0001', '0042', '12345']);
  });
});
