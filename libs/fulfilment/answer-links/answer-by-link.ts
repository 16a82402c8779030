import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { acceptOffer } from '../offers/accept-assignment.js';
import { lockAssignmentOfFacility } from '../assignments/assignment.access.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { declineOffer } from '../offers/decline-assignment.js';
import { AnswerLink } from './answer-link.entity.js';
import { answerLinkErrors } from './answer-link.errors.js';
import { type LinkRequest, openAnswerLink } from './open-answer-link.js';
import { hasSameTerms } from './show-answer-link.js';

export type LinkAnswer = { readonly answer: 'ACCEPT' } | { readonly answer: 'DECLINE'; readonly reason: string };

/**
 * A facility answers an offer by the link of a mail, without signing in. The link works once, for the terms the mail
 * told, until the offer ends; what is done is done in the name of the person the mail was sent to.
 */
@Injectable()
export class AnswerByLink {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ANSWER_LINK.*, CAPACITY.EXCEEDED, ASSIGNMENT.*, INPUT.TEXT_EMPTY (no reason for a no) */
  async execute(token: string, said: LinkAnswer, request: LinkRequest): Promise<void> {
    await this.unitOfWork.run({ ...SYSTEM, ...request }, async (tx) => {
      const { link, actor, inTheirName } = await openAnswerLink(tx, token, request, true);
      if (link.usedAt !== null) throw answerLinkErrors.USED();
      if (link.expiresAt <= tx.now) throw assignmentErrors.DEADLINE_PASSED();
      const { assignment } = await lockAssignmentOfFacility(inTheirName, actor, link.assignmentId);
      if (assignment.status === 'OFFERED' && !hasSameTerms(link, assignment)) throw answerLinkErrors.TERMS_CHANGED();
      await tx.manager.update(AnswerLink, { tokenHash: link.tokenHash }, { usedAt: tx.now });
      await inTheirName.audit(
        'assignment.answerByLink',
        { deskId: link.deskId, subjectType: 'Assignment', subjectId: link.assignmentId },
        { answer: said.answer, sentTo: link.accountId },
      );
      if (said.answer === 'ACCEPT') await acceptOffer(inTheirName, actor, link.assignmentId);
      else await declineOffer(inTheirName, actor, link.assignmentId, said.reason);
    });
  }
}
