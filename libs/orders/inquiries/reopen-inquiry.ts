import { Injectable } from '@nestjs/common';
import { type PersonActor, transition, UnitOfWork } from '#yui/platform';
import { Inquiry } from './inquiry.entity.js';
import { inquiryTransitions } from './inquiry.transitions.js';

export interface ReopenInquiryInput {
  readonly idempotencyKey: string;
  readonly inquiryId: string;
}

/** An inquiry that had ended goes on, or had been ended by mistake. */
@Injectable()
export class ReopenInquiry {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: ReopenInquiryInput): Promise<{ inquiryId: string }> {
    return this.unitOfWork.command('reopenInquiry', actor, input, async (tx) => {
      const inquiry = await tx.lock(Inquiry, { id: input.inquiryId, deskId: actor.organisationId });
      const open = { endedOn: null, workOrderId: null, facilityId: null, endReason: null, endNote: '' };
      await transition(tx, inquiryTransitions, inquiry, 'reopen', open);
      return { inquiryId: inquiry.id };
    });
  }
}
