import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { priceRange } from './price-range.js';

describe('The range of prices of one kind of work', () => {
  it('is that of the middle half, in round numbers', () => {
    expect(priceRange([330, 412, 455, 508, 2_000])).toEqual({ fromSen: 410, toSen: 510 });
    expect(priceRange([0, 0, 0, 0, 0])).toEqual({ fromSen: 0, toSen: 0 });
  });

  it('is not told where it would tell what somebody asks', () => {
    assertProperty(
      fc.property(fc.array(fc.nat(1_000_000), { maxLength: 4 }), (prices) => expect(priceRange(prices)).toBeNull()),
    );
  });

  it('holds at least half of the prices, and has no more than two digits', () => {
    assertProperty(
      fc.property(fc.array(fc.nat(10_000_000), { minLength: 5, maxLength: 200 }), (prices) => {
        const { fromSen, toSen } = priceRange(prices)!;
        const within = prices.filter((price) => price >= fromSen && price <= toSen);
        expect(within.length * 2).toBeGreaterThanOrEqual(prices.length);
        for (const sen of [fromSen, toSen]) expect(String(sen).replace(/0+$/, '').length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
