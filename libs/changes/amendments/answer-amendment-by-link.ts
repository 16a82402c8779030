import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { DeskBuyer } from '#yui/directory';
import { answerLinkErrors, hashToken, letterReplaced, type LinkRequest, rehearse } from '#yui/fulfilment';
import { Account, RoleGrant } from '#yui/identity';
import { BUYER_ROLES, type PartyActor, SYSTEM, type Transaction, UnitOfWork } from '#yui/platform';
import { AmendmentLink } from './amendment-link.entity.js';
import { Amendment } from './amendment.entity.js';
import { type AmendmentAnswer, answerOffered } from './answer-amendment.js';
import { type LinkedAmendment, readLinkedAmendment } from './linked-amendment.js';

/**
 * A buyer answers what its desk proposed by the link of a mail or letter, without signing in. What is done is done in the
 * name of the person the mail was sent to, or of the buyer a letter was sent to. Saying the same twice is saying it once.
 */
@Injectable()
export class AnswerAmendmentByLink {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Changes nothing: programs that look at mails open links, too. @throws ANSWER_LINK.UNKNOWN, .REPLACED */
  async show(token: string, request: LinkRequest): Promise<LinkedAmendment> {
    return this.unitOfWork.run({ ...SYSTEM, ...request }, async (tx) => {
      const link = await linkOf(tx, token);
      const actor = await actorOf(tx, link, request);
      return readLinkedAmendment(await tx.switchScope(actor), link.amendmentId);
    });
  }

  /** What the answer would come to; nothing is kept. @throws what `execute` throws */
  async review(token: string, said: AmendmentAnswer, request: LinkRequest): Promise<LinkedAmendment> {
    return rehearse(this.unitOfWork, request, async (tx) => answer(tx, token, said, request));
  }

  /** @throws ANSWER_LINK.UNKNOWN, .REPLACED, TRANSITION.NOT_ALLOWED, AMENDMENT.*, OCCURRENCE.*, INPUT.TEXT_EMPTY (no reason) */
  async execute(token: string, said: AmendmentAnswer, request: LinkRequest): Promise<LinkedAmendment> {
    return this.unitOfWork.run({ ...SYSTEM, ...request }, async (tx) => answer(tx, token, said, request));
  }
}

async function linkOf(tx: Transaction, token: string): Promise<AmendmentLink> {
  const link = await tx.manager.findOneBy(AmendmentLink, { tokenHash: hashToken(token) });
  if (!link) throw answerLinkErrors.UNKNOWN();
  return link;
}

/**
 * The person a link was sent to: still there, and still acting for the buyer. A letter was sent to the buyer itself, while
 * its desk serves it.
 * @throws ANSWER_LINK.UNKNOWN, .REPLACED (a newer letter was printed)
 */
async function actorOf(tx: Transaction, link: AmendmentLink, request: LinkRequest): Promise<PartyActor> {
  const { accountId, buyerId: organisationId, deskId } = link;
  if (accountId === null) {
    if (!(await tx.manager.existsBy(DeskBuyer, { deskId, buyerId: organisationId }))) throw answerLinkErrors.UNKNOWN();
    const actor: PartyActor = { accountId, role: 'BUYER_MEMBER', organisationId, ...request };
    if (link.endedAt !== null) throw await letterReplaced(await tx.switchScope(actor), deskId);
    return actor;
  }
  const grants = await tx.manager.findBy(RoleGrant, { accountId, organisationId, revokedAt: IsNull() });
  const role = BUYER_ROLES.find((name) => grants.some((grant) => grant.role === name));
  if (!role || !(await tx.manager.existsBy(Account, { id: accountId, isDisabled: false }))) {
    throw answerLinkErrors.UNKNOWN();
  }
  return { accountId, role, organisationId, ...request };
}

async function answer(
  tx: Transaction,
  token: string,
  said: AmendmentAnswer,
  request: LinkRequest,
): Promise<LinkedAmendment> {
  const link = await linkOf(tx, token);
  const { amendmentId, accountId, deskId } = link;
  const actor = await actorOf(tx, link, request);
  const inTheirName = await tx.switchScope(actor);
  const { status } = await inTheirName.get(Amendment, { id: amendmentId });
  if (status !== (said.isAgreed ? 'ACCEPTED' : 'REFUSED')) {
    await answerOffered(inTheirName, actor, amendmentId, said);
    await inTheirName.audit(
      'amendment.answerByLink',
      { deskId, subjectType: 'Amendment', subjectId: amendmentId },
      { isAgreed: said.isAgreed, sentTo: accountId },
    );
  }
  return readLinkedAmendment(inTheirName, amendmentId);
}
