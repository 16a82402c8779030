import { Injectable } from '@nestjs/common';
import { checkFields, type PersonActor, requireInteger, requireText, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { openOffer, promiseUnits } from './answer-offer.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { answeredNow } from './undo-answer.js';

export interface AcceptPartInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  readonly units: number;
  readonly reason: string;
}

/** A facility says yes to fewer units and why. The desk confirms or withdraws; the rest is open at once. */
@Injectable()
export class AcceptPartOfAssignment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ASSIGNMENT.PART_OUT_OF_RANGE and what AcceptAssignment throws */
  async execute(actor: PersonActor, input: AcceptPartInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('acceptPartOfAssignment', actor, input, async (tx) => {
      const offer = await openOffer(
        tx,
        actor,
        input.assignmentId,
        (said) => said.acceptedUnits === input.units && said.acceptedUnits < said.offeredUnits,
      );
      if (offer.isAnswered) return { assignmentId: input.assignmentId };
      const { order, assignment } = offer;
      const most = assignment.offeredUnits - 1;
      const { answerReason } = checkFields({
        units: () => requireInteger('units', input.units, 1, most, assignmentErrors.PART_OUT_OF_RANGE({ most })),
        answerReason: () => requireText('reason', input.reason, 500),
      });
      await promiseUnits(tx, assignment, input.units);
      await transitionAssignment(tx, assignment, 'acceptPart', {
        acceptedUnits: input.units,
        ...answeredNow(tx),
        answerReason,
      });
      await emitOrderEvent(tx, order.deskId, 'assignment.partly-accepted', {
        workOrderId: order.id,
        assignmentId: assignment.id,
      });
      return { assignmentId: assignment.id };
    });
  }
}
