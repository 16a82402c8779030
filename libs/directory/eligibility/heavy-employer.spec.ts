import { checkHeavyEmployer } from './heavy-employer.js';

const counts = (employees: number, employeesWithDisabilities: number, employeesWithSevereDisabilities: number) => ({
  employees,
  employeesWithDisabilities,
  employeesWithSevereDisabilities,
});

describe('checkHeavyEmployer', () => {
  it('is met exactly at all three thresholds', () => {
    expect(checkHeavyEmployer(counts(50, 10, 3)).isMet).toBe(true);
    expect(checkHeavyEmployer(counts(25, 5, 2)).isMet).toBe(true);
  });

  it.each([
    ['four with disabilities', counts(10, 4, 4), 'hasFiveWithDisabilities'],
    ['one employee more than five times as many', counts(51, 10, 3), 'hasFifthWithDisabilities'],
    ['less than 30 % severe', counts(25, 5, 1), 'hasThirtyPercentSevere'],
  ] as const)('is not met with %s, and says which', (_, input, failing) => {
    const check = checkHeavyEmployer(input);
    expect(check.isMet).toBe(false);
    expect(check[failing]).toBe(false);
    expect(Object.values(check).filter((value) => !value)).toHaveLength(2);
  });

  it('is not met by nobody', () => {
    expect(checkHeavyEmployer(counts(0, 0, 0)).isMet).toBe(false);
  });
});
