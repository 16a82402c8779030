import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { checkInquiry, type InquiryContent } from './inquiry-content.js';
import { Inquiry } from './inquiry.entity.js';
import { inquiryTransitions } from './inquiry.transitions.js';

export interface RecordInquiryInput extends InquiryContent {
  readonly idempotencyKey: string;
}

/** The desk records that somebody asked, or whom it visited. */
@Injectable()
export class RecordInquiry {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INQUIRY.*, INPUT.* */
  async execute(actor: PersonActor, input: RecordInquiryInput): Promise<{ inquiryId: string }> {
    return this.unitOfWork.command('recordInquiry', actor, input, async (tx) => {
      const content = await checkInquiry(tx, actor, input);
      const id = tx.newId();
      await tx.manager.insert(Inquiry, {
        id,
        deskId: actor.organisationId,
        ...content,
        status: inquiryTransitions.initial,
        endedOn: null,
        workOrderId: null,
        facilityId: null,
        endReason: null,
        endNote: '',
        recordedBy: actor.accountId,
        recordedAt: tx.now,
      });
      await tx.audit(
        'inquiry.record',
        { deskId: actor.organisationId, subjectType: 'Inquiry', subjectId: id },
        { kind: content.kind, receivedOn: content.receivedOn },
      );
      return { inquiryId: id };
    });
  }
}
