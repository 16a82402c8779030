import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import {
  checkFields,
  type PartyActor,
  type PersonActor,
  requireText,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { openOffer } from './answer-offer.js';
import { requireDayToExtendTo } from './extend-offer.js';

export interface RequestExtensionInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  /** The day until which it asks for time. */
  readonly until: LocalDate;
  readonly reason: string;
}

/** A facility asks for more time to answer an offer. Until the desk decides, its deadline stays. */
@Injectable()
export class RequestExtension {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ASSIGNMENT.EXTENSION_OUT_OF_RANGE, .NO_EXTENSION, .DEADLINE_PASSED, .WITHDRAWN, .ANSWERED_DIFFERENTLY */
  async execute(actor: PersonActor, input: RequestExtensionInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('requestExtension', actor, input, async (tx) => {
      await requestExtension(tx, actor, input);
      return { assignmentId: input.assignmentId };
    });
  }
}

/** The request of the acting facility; the latest one counts. @throws what RequestExtension throws */
export async function requestExtension(
  tx: Transaction,
  actor: PartyActor,
  { assignmentId, until, reason }: Omit<RequestExtensionInput, 'idempotencyKey'>,
): Promise<void> {
  const offer = await openOffer(tx, actor, assignmentId, () => false);
  if (offer.isAnswered) return;
  const { order, assignment } = offer;
  const { extensionReason } = checkFields({
    until: () => requireDayToExtendTo(tx, assignment, until),
    extensionReason: () => requireText('reason', reason, 500),
  });
  if (assignment.extensionUntil === until && assignment.extensionReason === extensionReason) return;
  await transitionAssignment(tx, assignment, 'requestExtension', { extensionUntil: until, extensionReason });
  await emitOrderEvent(tx, order.deskId, 'assignment.extension-requested', {
    workOrderId: order.id,
    assignmentId,
  });
}
