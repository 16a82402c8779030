import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { count } from './count.js';

describe('count', () => {
  it('writes whole numbers as both languages do', () => {
    assertProperty(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.double({ min: -1e6, max: 1e9, noNaN: true })), (value) => {
        const rounded = Math.round(value) + 0;
        expect(count(value)).toBe(rounded.toLocaleString('ja-JP'));
        expect(count(value)).toBe(rounded.toLocaleString('en-US'));
      }),
    );
  });
});
