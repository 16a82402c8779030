import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { lockCallOfFacility } from './call.access.js';
import { callErrors } from './call.errors.js';
import { CallQuestion } from './call-question.entity.js';
import { callTransitions } from './call.transitions.js';
import type { CallInput } from './close-call.js';

export interface AskCallQuestionInput extends CallInput {
  readonly question: string;
}

/** A facility asks about a call. All who were called will read it, and nobody but the desk will know who asked. */
@Injectable()
export class AskCallQuestion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, CALL.OVER, INPUT.* */
  async execute(actor: PersonActor, input: AskCallQuestionInput): Promise<{ callId: string }> {
    return this.unitOfWork.command('askCallQuestion', actor, input, async (tx) => {
      const call = await lockCallOfFacility(tx, actor, input.callId);
      if (!callTransitions.can(call.status, 'ask')) throw callErrors.OVER();
      const id = tx.newId();
      await tx.manager.insert(CallQuestion, {
        id,
        callId: call.id,
        deskId: call.deskId,
        facilityId: actor.organisationId,
        question: requireText('question', input.question, 1000),
        askedAt: tx.now,
      });
      await tx.audit(
        'call.ask',
        { deskId: call.deskId, subjectType: 'CallQuestion', subjectId: id },
        { callId: call.id },
      );
      await emitOrderEvent(tx, call.deskId, 'call.asked', {
        workOrderId: call.workOrderId,
        callId: call.id,
        callQuestionId: id,
      });
      return { callId: call.id };
    });
  }
}
