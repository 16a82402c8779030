import { Injectable } from '@nestjs/common';
import { type PersonActor, requireText, UnitOfWork } from '#yui/platform';
import { lockAssignmentOfFacility } from '../assignments/assignment.access.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { assignmentTransitions } from '../assignments/assignment.transitions.js';
import { cutShare } from '../deliveries/cut-share.js';
import { deliveredUnits } from '../deliveries/delivered-units.js';
import { emitOrderEvent } from '#yui/orders';
import { advanceOrder } from '../assignments/advance-order.js';
import { HandBack } from './hand-back.entity.js';

export interface HandBackInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  readonly units: number;
  readonly reason: string;
}

/**
 * A facility gives back work it said yes to: people are ill, a machine broke. What is done stays with it; the capacity
 * of the rest is free and the units are open at once, so that the desk can place them elsewhere.
 */
@Injectable()
export class HandBackAssignment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, ASSIGNMENT.HAND_BACK_OUT_OF_RANGE, INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: HandBackInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('handBackAssignment', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOfFacility(tx, actor, input.assignmentId);
      assignmentTransitions.next(assignment.status, 'handBack');
      const { delivered, returned } = await deliveredUnits(tx, assignment.id);
      const accepted = assignment.acceptedUnits ?? 0;
      const most = accepted - Math.max(assignment.doneUnits, delivered - returned);
      if (!Number.isSafeInteger(input.units) || input.units < 1 || input.units > most) {
        throw assignmentErrors.HAND_BACK_OUT_OF_RANGE({ most }).at('units');
      }
      const handBack: HandBack = {
        id: tx.newId(),
        deskId: order.deskId,
        workOrderId: order.id,
        assignmentId: assignment.id,
        facilityId: assignment.facilityId,
        units: input.units,
        reason: requireText('reason', input.reason, 500),
        handedBackAt: tx.now,
      };
      await tx.manager.insert(HandBack, handBack);
      const handedBackUnits = assignment.handedBackUnits + input.units;
      await tx.manager.update(Assignment, { id: assignment.id }, { handedBackUnits });
      await cutShare(tx, assignment, accepted - input.units, { action: 'handBack', doneUnits: assignment.doneUnits });
      await emitOrderEvent(tx, order.deskId, 'assignment.handed-back', {
        workOrderId: order.id,
        assignmentId: assignment.id,
        handBackId: handBack.id,
      });
      await advanceOrder(tx, order);
      return { assignmentId: assignment.id };
    });
  }
}
