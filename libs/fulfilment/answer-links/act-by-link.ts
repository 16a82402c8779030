import { In, IsNull } from 'typeorm';
import { BusinessProfile, Desk, Membership } from '#yui/directory';
import { Account, RoleGrant } from '#yui/identity';
import {
  type DomainError,
  FACILITY_ROLES,
  type PartyActor,
  SYSTEM,
  type Transaction,
  type UnitOfWork,
} from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { BOUND_STATES } from '../assignments/assignment.transitions.js';
import { answerLinkErrors } from './answer-link.errors.js';

/** Where a request with a link comes from: nobody is signed in. */
export interface LinkRequest {
  readonly requestId: string;
  readonly address: string;
}

/** The person, or by a letter the facility, a link was sent to, and a transaction in their name. */
export interface LinkedPerson {
  readonly actor: PartyActor;
  readonly inTheirName: Transaction;
}

/** Of an offer, or with no assignment of a call. */
interface Link {
  readonly accountId: string | null;
  readonly facilityId: string;
  readonly deskId: string;
  readonly assignmentId?: string;
  readonly endedAt: Date | null;
}

/**
 * The person a link was sent to: still there, and still acting for the facility. A letter was sent to the facility itself:
 * it is still registered with the desk, or bound by what it is asked.
 * @throws ANSWER_LINK.UNKNOWN, .REPLACED (a newer letter was printed)
 */
export async function personOf(tx: Transaction, link: Link, request: LinkRequest): Promise<LinkedPerson> {
  const { accountId, facilityId } = link;
  if (accountId === null) {
    const actor: PartyActor = { accountId, role: 'FACILITY_MEMBER', organisationId: facilityId, ...request };
    const inTheirName = await tx.switchScope(actor);
    if (!(await isOfTheDesk(inTheirName, link))) throw answerLinkErrors.UNKNOWN();
    if (link.endedAt !== null) throw await letterReplaced(inTheirName, link.deskId);
    return { actor, inTheirName };
  }
  const grants = await tx.manager.findBy(RoleGrant, { accountId, organisationId: facilityId, revokedAt: IsNull() });
  const role = FACILITY_ROLES.find((name) => grants.some((grant) => grant.role === name));
  if (!role || !(await tx.manager.existsBy(Account, { id: accountId, isDisabled: false }))) {
    throw answerLinkErrors.UNKNOWN();
  }
  const actor: PartyActor = { accountId, role, organisationId: facilityId, ...request };
  return { actor, inTheirName: await tx.switchScope(actor) };
}

async function isOfTheDesk(tx: Transaction, { facilityId, deskId, assignmentId: id }: Link): Promise<boolean> {
  if (await tx.manager.existsBy(Membership, { facilityId, deskId, leftOn: IsNull() })) return true;
  return id !== undefined && tx.manager.existsBy(Assignment, { id, facilityId, status: In([...BOUND_STATES]) });
}

/** Nobody knows who holds an earlier letter: they are told where to turn, and nothing of the matter. */
export async function letterReplaced(tx: Transaction, deskId: string): Promise<DomainError> {
  const { name } = await tx.get(Desk, { id: deskId });
  const profile = await tx.manager.findOneBy(BusinessProfile, { organisationId: deskId });
  return answerLinkErrors.REPLACED({ desk: name, phone: profile?.phone ?? '―' });
}

class Rehearsed<Result> extends Error {
  constructor(readonly result: Result) {
    super('a rehearsal, rolled back');
  }
}

/**
 * Does the work and rolls it back: what would come of an answer, by the very rules that bind it, before anybody is bound.
 * @throws what the work throws
 */
export async function rehearse<Result>(
  unitOfWork: UnitOfWork,
  request: LinkRequest,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await unitOfWork.run({ ...SYSTEM, ...request }, async (tx): Promise<Result> => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as Result;
    throw error;
  }
}
