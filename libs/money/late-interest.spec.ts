import { lateInterestYen } from './late-interest.js';

describe('interest for being late', () => {
  it.each([
    [100_000, 365, 14_600],
    [100_000, 1, 40],
    [365, 1, 0],
    [0, 100, 0],
    [100_000, 0, 0],
    [100_000, -3, 0],
  ])('%i yen, %i days: %i yen', (amountYen, days, expected) => {
    expect(lateInterestYen(amountYen, days)).toBe(expected);
  });
});
