export interface EmployerCounts {
  readonly employees: number;
  readonly employeesWithDisabilities: number;
  readonly employeesWithSevereDisabilities: number;
}

/** The three things a 重度障害者多数雇用事業所 must all be (障害者優先調達推進法施行令 第1条), and which of them it is. */
export interface HeavyEmployerCheck {
  readonly hasFiveWithDisabilities: boolean;
  readonly hasFifthWithDisabilities: boolean;
  readonly hasThirtyPercentSevere: boolean;
  readonly isMet: boolean;
}

/**
 * At least 5 employees with disabilities, they are at least 20 % of all employees, and at least 30 % of them have a
 * severe physical, an intellectual or a mental disability. In whole numbers: nothing is rounded.
 */
export function checkHeavyEmployer(counts: EmployerCounts): HeavyEmployerCheck {
  const { employees, employeesWithDisabilities: disabled, employeesWithSevereDisabilities: severe } = counts;
  const hasFiveWithDisabilities = disabled >= 5;
  const hasFifthWithDisabilities = employees > 0 && disabled * 5 >= employees;
  const hasThirtyPercentSevere = disabled > 0 && severe * 10 >= disabled * 3;
  return {
    hasFiveWithDisabilities,
    hasFifthWithDisabilities,
    hasThirtyPercentSevere,
    isMet: hasFiveWithDisabilities && hasFifthWithDisabilities && hasThirtyPercentSevere,
  };
}
