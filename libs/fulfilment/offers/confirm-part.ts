import { Injectable } from '@nestjs/common';
import { type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { postponeMaterialPayment } from '../materials/postpone-material-payment.js';
import { emitOrderEvent, quotedPrice, Step } from '#yui/orders';
import { advanceOrder } from '../assignments/advance-order.js';
import type { AssignmentInput } from './accept-assignment.js';
import { lockAssignmentOfDesk } from '../assignments/assignment.access.js';
import type { Assignment } from '../assignments/assignment.entity.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';

/** The desk agrees to what a facility said yes to: the smaller part, its date, its price. */
@Injectable()
export class ConfirmPart {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, ASSIGNMENT.COUNTER_DATE_TOO_LATE, .COUNTER_PRICE_TOO_HIGH */
  async execute(actor: PersonActor, input: AssignmentInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('confirmPart', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, input.assignmentId);
      await transitionAssignment(tx, assignment, 'confirmPart', await agreedTerms(tx, assignment));
      await postponeMaterialPayment(tx, assignment, assignment.dueOn);
      await emitOrderEvent(tx, order.deskId, 'assignment.part-confirmed', {
        workOrderId: order.id,
        assignmentId: assignment.id,
      });
      await advanceOrder(tx, order);
      return { assignmentId: assignment.id };
    });
  }
}

/** What the facility asked for in place of the offer, as far as the order has room for it. */
async function agreedTerms(tx: Transaction, assignment: Assignment): Promise<Partial<Assignment>> {
  const { proposedDueOn, proposedUnitPriceSen } = assignment;
  if (proposedDueOn === null && proposedUnitPriceSen === null) return {};
  const step = await tx.get(Step, { id: assignment.stepId });
  if (proposedDueOn !== null && proposedDueOn > step.dueOn) {
    throw assignmentErrors.COUNTER_DATE_TOO_LATE({ dueOn: proposedDueOn, latest: step.dueOn });
  }
  const { maxUnitPriceSen } = await quotedPrice(tx, step);
  if (proposedUnitPriceSen !== null && proposedUnitPriceSen > maxUnitPriceSen) {
    throw assignmentErrors.COUNTER_PRICE_TOO_HIGH();
  }
  return {
    dueOn: proposedDueOn ?? assignment.dueOn,
    unitPriceSen: proposedUnitPriceSen ?? assignment.unitPriceSen,
    proposedDueOn: null,
    proposedUnitPriceSen: null,
  };
}
