import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { SYSTEM, type Transaction, UnitOfWork } from '#yui/platform';
import { acceptOffer } from '../offers/accept-assignment.js';
import { lockAssignmentOfFacility } from '../assignments/assignment.access.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { counterOffer } from '../offers/counter-assignment.js';
import { declineOffer } from '../offers/decline-assignment.js';
import { requestExtension } from '../offers/request-extension.js';
import { undoAnswer } from '../offers/undo-answer.js';
import { type LinkedPerson, type LinkRequest, personOf, rehearse } from './act-by-link.js';
import { AnswerLink } from './answer-link.entity.js';
import { answerLinkErrors } from './answer-link.errors.js';
import { hasSameTerms, type LinkedOffer, readLinkedOffer } from './linked-offer.js';
import { hashToken } from './link-token.js';

export type LinkAnswer =
  | { readonly answer: 'ACCEPT' }
  | {
      readonly answer: 'COUNTER';
      readonly units: number;
      readonly dueOn: LocalDate;
      readonly unitPriceSen: number;
      readonly reason: string;
    }
  | { readonly answer: 'DECLINE'; readonly reason: string }
  | { readonly answer: 'MORE_TIME'; readonly until: LocalDate; readonly reason: string }
  | { readonly answer: 'UNDO' };

/**
 * A facility answers an offer by the link of a mail, without signing in: all of it, other terms, or no; it takes that back
 * for some minutes, or asks for more time to answer. The link is for the terms the mail told; what is done is done in the name of the person the mail
 * was sent to. Saying the same twice is saying it once.
 */
@Injectable()
export class AnswerByLink {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Shows the offer. Changes nothing: programs that look at mails open links, too. @throws ANSWER_LINK.UNKNOWN */
  async show(token: string, request: LinkRequest): Promise<LinkedOffer> {
    return this.unitOfWork.run({ ...SYSTEM, ...request }, async (tx) => {
      const link = await linkOf(tx, token);
      await personOf(tx, link, request);
      return readLinkedOffer(tx, link);
    });
  }

  /** What the answer would come to. Nobody is bound yet. @throws what `execute` throws */
  async review(token: string, said: LinkAnswer, request: LinkRequest): Promise<LinkedOffer> {
    return rehearse(this.unitOfWork, request, async (tx) => answer(tx, token, said, request));
  }

  /** @throws ANSWER_LINK.*, CAPACITY.EXCEEDED, ASSIGNMENT.*, INPUT.TEXT_EMPTY (no reason) */
  async execute(token: string, said: LinkAnswer, request: LinkRequest): Promise<LinkedOffer> {
    return this.unitOfWork.run({ ...SYSTEM, ...request }, async (tx) => answer(tx, token, said, request));
  }
}

async function linkOf(tx: Transaction, token: string): Promise<AnswerLink> {
  const link = await tx.manager.findOneBy(AnswerLink, { tokenHash: hashToken(token) });
  if (!link) throw answerLinkErrors.UNKNOWN();
  return link;
}

async function answer(tx: Transaction, token: string, said: LinkAnswer, request: LinkRequest): Promise<LinkedOffer> {
  const link = await linkOf(tx, token);
  const person = await personOf(tx, link, request);
  const { assignmentId } = link;
  const { assignment } = await lockAssignmentOfFacility(person.inTheirName, person.actor, assignmentId);
  if (assignment.status === 'OFFERED' && !hasSameTerms(link, assignment)) throw answerLinkErrors.TERMS_CHANGED();
  await say(person, assignmentId, said);
  const now = await tx.get(Assignment, { id: assignmentId });
  const isAnswered = now.status !== assignment.status;
  if (isAnswered) {
    const usedAt = said.answer === 'UNDO' ? null : tx.now;
    await tx.manager.update(AnswerLink, { tokenHash: link.tokenHash }, { usedAt });
  }
  if (isAnswered || now.extensionUntil !== assignment.extensionUntil) {
    await person.inTheirName.audit(
      'assignment.answerByLink',
      { deskId: link.deskId, subjectType: 'Assignment', subjectId: assignmentId },
      { answer: said.answer, sentTo: link.accountId },
    );
  }
  return readLinkedOffer(tx, link);
}

async function say({ actor, inTheirName }: LinkedPerson, assignmentId: string, said: LinkAnswer): Promise<void> {
  switch (said.answer) {
    case 'ACCEPT':
      return acceptOffer(inTheirName, actor, assignmentId);
    case 'COUNTER':
      return counterOffer(inTheirName, actor, { assignmentId, ...said });
    case 'DECLINE':
      return declineOffer(inTheirName, actor, assignmentId, said.reason);
    case 'MORE_TIME':
      return requestExtension(inTheirName, actor, { assignmentId, ...said });
    case 'UNDO':
      return undoAnswer(inTheirName, actor, assignmentId);
  }
}
