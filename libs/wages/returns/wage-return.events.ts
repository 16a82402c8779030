/** What happens to wage returns; each but the last carries `wageReturnId`, the last `facilityId` and `fiscalYear`. */
export const WAGE_EVENTS = {
  submitted: 'wage-return.submitted',
  returned: 'wage-return.returned',
  checked: 'wage-return.checked',
  missing: 'wage-return.missing',
} as const;
