import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { emitOrderEvent } from '#yui/orders';
import { type PartyActor, type PersonActor, type Transaction, UnitOfWork, transition } from '#yui/platform';
import { lockCallOfFacility } from './call.access.js';
import { callErrors } from './call.errors.js';
import { CallResponse } from './call-response.entity.js';
import { callTransitions, STANDING_STATES, callResponseTransitions } from './call.transitions.js';
import type { CallInput } from './close-call.js';

/** A facility takes its answer back and says nothing in its place; it may answer again. */
@Injectable()
export class WithdrawCallResponse {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, CALL.OVER, CALL.NOT_ANSWERED */
  async execute(actor: PersonActor, input: CallInput): Promise<{ callId: string }> {
    return this.unitOfWork.command('withdrawCallResponse', actor, input, async (tx) =>
      takeCallAnswerBack(tx, actor, input),
    );
  }
}

/** What the acting facility said does not stand any more. @throws what WithdrawCallResponse throws */
export async function takeCallAnswerBack(
  tx: Transaction,
  actor: PartyActor,
  { callId }: { readonly callId: string },
): Promise<{ callId: string }> {
  const call = await lockCallOfFacility(tx, actor, callId);
  if (!callTransitions.can(call.status, 'answer')) throw callErrors.OVER();
  const response = await tx.manager.findOneBy(CallResponse, {
    callId: call.id,
    facilityId: actor.organisationId,
    status: In([...STANDING_STATES]),
  });
  if (!response) throw callErrors.NOT_ANSWERED();
  await transition(tx, callResponseTransitions, response, 'withdraw', {}, { callId: call.id });
  await emitOrderEvent(tx, call.deskId, 'call.answered', { workOrderId: call.workOrderId, callId: call.id });
  return { callId: call.id };
}
