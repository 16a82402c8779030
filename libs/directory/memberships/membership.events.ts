/** What happens to registrations; each carries `membershipId`. */
export const MEMBERSHIP_EVENTS = {
  registered: 'membership.registered',
  ended: 'membership.ended',
} as const;
