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

/** By which channel a party said what the desk enters for it: 電話, FAX, メール, 来所, 書面. */
export const SAID_BY = ['PHONE', 'FAX', 'MAIL', 'VISIT', 'LETTER'] as const;
export type SaidBy = (typeof SAID_BY)[number];

/** What a buyer or a facility told the desk outside the product, so that the desk enters it (代理入力). */
export interface Said {
  /** Who said it, for the party. */
  readonly saidBy: string;
  readonly channel: SaidBy;
  /** Omitted: just now. */
  readonly saidAt?: Date | null;
  readonly attachmentId?: string | null;
  readonly note?: string | null;
}

/** Marks an actor who is the party in what a use case asks, and the desk in everything that is written about who did it. */
export interface Entering {
  /** Of what is kept of it, if anything changes. */
  readonly id: string;
  readonly desk: { readonly role: Role; readonly organisationId: string };
  readonly said: Said;
}

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
  /** The person works at a desk and enters what the organisation said; omitted: the organisation acts itself. */
  readonly entering?: Entering | null;
}

/** A facility or buyer that acts by the link of a letter: which of its people held it, nobody knows. */
interface LetterActor {
  readonly accountId: null;
  readonly role: (typeof FACILITY_ROLES | typeof BUYER_ROLES)[number];
  readonly organisationId: string;
  readonly requestId: string | null;
  readonly address?: string | null;
  readonly apiTokenId?: null;
  readonly entering?: null;
}

/** An organisation that acts: through a person, or by a letter. */
export type PartyActor = PersonActor | LetterActor;

/** The product itself: deadlines, tasks, the command line. */
export interface SystemActor {
  readonly accountId: null;
  readonly role: 'SYSTEM';
  readonly organisationId: null;
  readonly requestId: string | null;
  /** Network address of somebody who is not signed in and made the product act (a forgotten password). */
  readonly address?: string | null;
  readonly apiTokenId?: null;
  readonly entering?: null;
}

export type Actor = PartyActor | SystemActor;

export const SYSTEM: SystemActor = Object.freeze({
  accountId: null,
  role: 'SYSTEM',
  organisationId: null,
  requestId: null,
});

/** Who answers for what an actor does, and whose rows it reaches: never more than the desk's when it enters for others. */
export function answerableFor(actor: Actor): Actor {
  return actor.entering ? { ...actor, ...actor.entering.desk, entering: null } : actor;
}

/** The kind of organisation a role is held for: the first word of its name. */
export function organisationKindOf(role: Role): OrganisationKind {
  return role.slice(0, role.indexOf('_')) as OrganisationKind;
}
