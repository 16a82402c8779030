import { contractStampDutyYen } from './stamp-duty.js';

describe('stamp duty of a contract for work', () => {
  it.each([
    [9_999, 0],
    [10_000, 200],
    [1_000_000, 200],
    [1_000_001, 400],
    [3_000_000, 1_000],
    [5_000_000, 2_000],
    [10_000_000, 10_000],
    [10_000_001, 20_000],
    [100_000_000, 60_000],
    [5_000_000_000, 400_000],
    [5_000_000_001, 600_000],
  ])('over %d yen is %d yen', (statedYen, dutyYen) => {
    expect(contractStampDutyYen(statedYen)).toBe(dutyYen);
  });
});
