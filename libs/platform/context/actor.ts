/** Who can act. A role is always held for one organisation; a request acts under exactly one. */
export const ROLES = [
  'BUYER_MEMBER',
  'BUYER_ADMIN',
  'DESK_COORDINATOR',
  'DESK_ADMIN',
  'FACILITY_MEMBER',
  'FACILITY_ADMIN',
  'PREFECTURE_OFFICER',
  'PLATFORM_ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

export type OrganisationKind = 'BUYER' | 'DESK' | 'FACILITY' | 'PREFECTURE' | 'PLATFORM';

export const BUYER_ROLES = ['BUYER_MEMBER', 'BUYER_ADMIN'] as const satisfies readonly Role[];
export const DESK_ROLES = ['DESK_COORDINATOR', 'DESK_ADMIN'] as const satisfies readonly Role[];
export const FACILITY_ROLES = ['FACILITY_MEMBER', 'FACILITY_ADMIN'] as const satisfies readonly Role[];

/** A signed-in person acting for one organisation. */
export interface PersonActor {
  readonly accountId: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly requestId: string | null;
  /** Network address the request came from; omitted where there was no request. */
  readonly address?: string | null;
  /** The token a machine acts with; omitted for a person in a session. */
  readonly apiTokenId?: string | null;
}

/** The product itself: deadlines, tasks, the command line. */
export interface SystemActor {
  readonly accountId: null;
  readonly role: 'SYSTEM';
  readonly organisationId: null;
  readonly requestId: string | null;
  /** Network address of somebody who is not signed in and made the product act (a forgotten password). */
  readonly address?: string | null;
  readonly apiTokenId?: null;
}

export type Actor = PersonActor | SystemActor;

export const SYSTEM: SystemActor = Object.freeze({
  accountId: null,
  role: 'SYSTEM',
  organisationId: null,
  requestId: null,
});

/** The kind of organisation a role is held for: the first word of its name. */
export function organisationKindOf(role: Role): OrganisationKind {
  return role.slice(0, role.indexOf('_')) as OrganisationKind;
}
