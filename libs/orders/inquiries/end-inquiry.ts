import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { Membership } from '#yui/directory';
import { accessErrors, optionalText, type PersonActor, type Transaction, transition, UnitOfWork } from '#yui/platform';
import { lockOrderOfDesk } from '../work-orders/work-order.access.js';
import { type EndReason, Inquiry } from './inquiry.entity.js';
import { inquiryErrors } from './inquiry.errors.js';
import { type InquiryAction, inquiryTransitions } from './inquiry.transitions.js';

export const INQUIRY_OUTCOMES = ['ORDER', 'REFERRAL', 'NOTHING'] as const;
export type InquiryOutcome = (typeof INQUIRY_OUTCOMES)[number];

export interface EndInquiryInput {
  readonly idempotencyKey: string;
  readonly inquiryId: string;
  readonly outcome: InquiryOutcome;
  /** For ORDER. */
  readonly workOrderId?: string | null;
  /** For REFERRAL. */
  readonly facilityId?: string | null;
  /** For NOTHING. */
  readonly reason?: EndReason | null;
  readonly note?: string | null;
}

/** What came of an inquiry: an order, a referral to a facility, or nothing and why. */
@Injectable()
export class EndInquiry {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, INQUIRY.*, INPUT.* */
  async execute(actor: PersonActor, input: EndInquiryInput): Promise<{ inquiryId: string }> {
    return this.unitOfWork.command('endInquiry', actor, input, async (tx) => {
      const { inquiryId } = input;
      const endNote = optionalText('note', input.note, 1000);
      const { action, ...outcome } = await outcomeOf(tx, actor, input);
      const inquiry = await tx.lock(Inquiry, { id: inquiryId, deskId: actor.organisationId });
      const ended = { endedOn: todayInTokyo(tx.now), endNote, nextAction: '', nextOn: null };
      await transition(tx, inquiryTransitions, inquiry, action, { ...ended, ...outcome });
      return { inquiryId };
    });
  }
}

async function outcomeOf(
  tx: Transaction,
  actor: PersonActor,
  { inquiryId, outcome, workOrderId, facilityId, reason }: EndInquiryInput,
): Promise<Pick<Inquiry, 'workOrderId' | 'facilityId' | 'endReason'> & { readonly action: InquiryAction }> {
  const none = { workOrderId: null, facilityId: null, endReason: null };
  switch (outcome) {
    case 'ORDER': {
      if (!workOrderId) throw inquiryErrors.ORDER_MISSING().at('workOrderId');
      // Under the lock of the order it becomes of one inquiry alone.
      await lockOrderOfDesk(tx, actor, workOrderId);
      if (await tx.manager.existsBy(Inquiry, { workOrderId, id: Not(inquiryId) })) {
        throw inquiryErrors.ORDER_TAKEN().at('workOrderId');
      }
      return { action: 'becomeOrder', ...none, workOrderId };
    }
    case 'REFERRAL': {
      if (!facilityId) throw inquiryErrors.FACILITY_MISSING().at('facilityId');
      const isOurs = await tx.manager.existsBy(Membership, { deskId: actor.organisationId, facilityId });
      if (!isOurs) throw accessErrors.NOT_FOUND();
      return { action: 'refer', ...none, facilityId };
    }
    case 'NOTHING': {
      if (!reason) throw inquiryErrors.REASON_MISSING().at('reason');
      return { action: 'end', ...none, endReason: reason };
    }
  }
}
