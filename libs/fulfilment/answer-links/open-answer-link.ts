import { IsNull } from 'typeorm';
import { Account, RoleGrant } from '#yui/identity';
import { FACILITY_ROLES, type PersonActor, type Transaction } from '#yui/platform';
import { AnswerLink } from './answer-link.entity.js';
import { answerLinkErrors } from './answer-link.errors.js';
import { hashToken } from './make-answer-link.js';

/** Where a request with a link comes from: nobody is signed in. */
export interface LinkRequest {
  readonly requestId: string;
  readonly address: string;
}

/**
 * The link this token opens, and the person it was sent to: still there, and still acting for the facility.
 * @param isLocking others with the same token wait until the transaction ends
 * @throws ANSWER_LINK.UNKNOWN
 */
export async function openAnswerLink(
  tx: Transaction,
  token: string,
  request: LinkRequest,
  isLocking: boolean,
): Promise<{ link: AnswerLink; actor: PersonActor; inTheirName: Transaction }> {
  const link = await tx.manager.findOne(AnswerLink, {
    where: { tokenHash: hashToken(token) },
    ...(isLocking ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  if (!link) throw answerLinkErrors.UNKNOWN();
  const { accountId, facilityId } = link;
  const grants = await tx.manager.findBy(RoleGrant, {
    accountId,
    organisationId: facilityId,
    revokedAt: IsNull(),
  });
  const role = FACILITY_ROLES.find((name) => grants.some((grant) => grant.role === name));
  if (!role || !(await tx.manager.existsBy(Account, { id: accountId, isDisabled: false }))) {
    throw answerLinkErrors.UNKNOWN();
  }
  const actor: PersonActor = { accountId, role, organisationId: facilityId, ...request };
  return { link, actor, inTheirName: await tx.switchScope(actor) };
}
