import { Injectable } from '@nestjs/common';
import { type PartyActor, type PersonActor, requireText, type Transaction, UnitOfWork } from '#yui/platform';
import type { CancelCallInput } from './cancel-call.js';
import { giveAnswer } from './give-answer.js';

/** A facility says that it cannot, and why. */
@Injectable()
export class DeclineCall {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, CALL.OVER, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: CancelCallInput): Promise<{ callId: string }> {
    return this.unitOfWork.command('declineCall', actor, input, async (tx) => sayNoToCall(tx, actor, input));
  }
}

/** The no of the acting facility. @throws what DeclineCall throws */
export async function sayNoToCall(
  tx: Transaction,
  actor: PartyActor,
  { callId, reason }: Omit<CancelCallInput, 'idempotencyKey'>,
): Promise<{ callId: string }> {
  return giveAnswer(tx, actor, callId, 'decline', () => ({
    status: 'CANNOT',
    units: null,
    unitPriceSen: null,
    earliestFinishOn: null,
    remark: requireText('reason', reason, 500),
  }));
}
