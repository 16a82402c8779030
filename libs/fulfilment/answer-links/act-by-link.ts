import { IsNull } from 'typeorm';
import { Account, RoleGrant } from '#yui/identity';
import { FACILITY_ROLES, type PartyActor, SYSTEM, type Transaction, type UnitOfWork } from '#yui/platform';
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

/**
 * The person a link was sent to: still there, and still acting for the facility. A letter was sent to the facility itself.
 * @throws ANSWER_LINK.UNKNOWN
 */
export async function personOf(
  tx: Transaction,
  { accountId, facilityId }: { readonly accountId: string | null; readonly facilityId: string },
  request: LinkRequest,
): Promise<LinkedPerson> {
  if (accountId === null) {
    const actor: PartyActor = { accountId, role: 'FACILITY_MEMBER', organisationId: facilityId, ...request };
    return { actor, inTheirName: await tx.switchScope(actor) };
  }
  const grants = await tx.manager.findBy(RoleGrant, { accountId, organisationId: facilityId, revokedAt: IsNull() });
  const role = FACILITY_ROLES.find((name) => grants.some((grant) => grant.role === name));
  if (!role || !(await tx.manager.existsBy(Account, { id: accountId, isDisabled: false }))) {
    throw answerLinkErrors.UNKNOWN();
  }
  const actor: PartyActor = { accountId, role, organisationId: facilityId, ...request };
  return { actor, inTheirName: await tx.switchScope(actor) };
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
