import { Injectable } from '@nestjs/common';
import { type PersonActor, transition, UnitOfWork } from '#yui/platform';
import { checkInquiry, type InquiryContent } from './inquiry-content.js';
import { Inquiry } from './inquiry.entity.js';
import { inquiryTransitions } from './inquiry.transitions.js';

export interface ChangeInquiryInput extends InquiryContent {
  readonly idempotencyKey: string;
  readonly inquiryId: string;
}

/** The desk follows an inquiry up: what it is about, and what is done next and when. */
@Injectable()
export class ChangeInquiry {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED (it has ended), INQUIRY.*, INPUT.* */
  async execute(actor: PersonActor, input: ChangeInquiryInput): Promise<{ inquiryId: string }> {
    return this.unitOfWork.command('changeInquiry', actor, input, async (tx) => {
      const inquiry = await tx.lock(Inquiry, { id: input.inquiryId, deskId: actor.organisationId });
      const content = await checkInquiry(tx, actor, input);
      await transition(tx, inquiryTransitions, inquiry, 'change', content);
      return { inquiryId: inquiry.id };
    });
  }
}
