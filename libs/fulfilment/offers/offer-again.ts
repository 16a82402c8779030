import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { Desk, shrinkPromise } from '#yui/directory';
import { checkFields, type PersonActor, requireInteger, type Transaction, UnitOfWork } from '#yui/platform';
import { postponeMaterialPayment } from '../materials/postpone-material-payment.js';
import { emitOrderEvent, quotedPrice, Step, WorkOrderLine } from '#yui/orders';
import { advanceOrder } from '../assignments/advance-order.js';
import { lockAssignmentOfDesk } from '../assignments/assignment.access.js';
import { answerTimes } from '../assignments/answer-deadline.js';
import { AssignmentReason } from '../assignments/assignment-reason.entity.js';
import { Assignment } from '../assignments/assignment.entity.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';
import { placementOf } from '../assignments/placement.js';

export interface OfferAgainInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  /** What is omitted stays as it was offered, as far as the rest was not offered to others meanwhile. */
  readonly units?: number | null;
  readonly dueOn?: LocalDate | null;
  readonly unitPriceSen?: number | null;
}

/** What the plan said of the number before is not true of another one. */
const OF_ANOTHER_NUMBER = {
  ja: '窓口があらためてお願いする数です。',
  en: 'The desk asks for this number in place of the first.',
};

/** The desk answers other terms with terms of its own. The capacity the facility held for its own is free again. */
@Injectable()
export class OfferAgain {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSITION.NOT_ALLOWED, ASSIGNMENT.PART_OUT_OF_RANGE, .OFFER_DATE_OUT_OF_RANGE, INPUT.* */
  async execute(actor: PersonActor, input: OfferAgainInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('offerAgain', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, input.assignmentId);
      const most = await maxUnits(tx, assignment);
      const offeredUnits = input.units ?? Math.min(assignment.offeredUnits, most);
      const step = await tx.get(Step, { id: assignment.stepId });
      const dueOn = input.dueOn ?? assignment.dueOn;
      const { maxUnitPriceSen } = await quotedPrice(tx, step);
      const unitPriceSen = input.unitPriceSen ?? assignment.unitPriceSen;
      checkFields({
        units: () => requireInteger('units', offeredUnits, 1, most, assignmentErrors.PART_OUT_OF_RANGE({ most })),
        dueOn: () => {
          if (dueOn > todayInTokyo(tx.now) && dueOn <= step.dueOn) return;
          throw assignmentErrors.OFFER_DATE_OUT_OF_RANGE({ latest: step.dueOn }).at('dueOn');
        },
        unitPriceSen: () => requireInteger('unitPriceSen', unitPriceSen, 0, maxUnitPriceSen),
      });
      const desk = await tx.get(Desk, { id: order.deskId });
      if (offeredUnits !== assignment.offeredUnits) {
        await tx.manager.update(AssignmentReason, { assignmentId: assignment.id }, OF_ANOTHER_NUMBER);
      }
      await transitionAssignment(tx, assignment, 'offerAgain', {
        offeredUnits,
        dueOn,
        unitPriceSen,
        acceptedUnits: null,
        proposedDueOn: null,
        proposedUnitPriceSen: null,
        answeredAt: null,
        answerReason: null,
        ...answerTimes(tx.now, desk.answerWorkingDays, dueOn),
      });
      await shrinkPromise(tx, assignment.facilityId, assignment.id, 0);
      await postponeMaterialPayment(tx, assignment, dueOn);
      await emitOrderEvent(tx, order.deskId, 'assignment.offered', {
        workOrderId: order.id,
        assignmentId: assignment.id,
      });
      await advanceOrder(tx, order);
      return { assignmentId: assignment.id };
    });
  }
}

/** What the offer had, and no more than the step still has room for: what the facility did not take was open at once. */
async function maxUnits(tx: Transaction, assignment: Assignment): Promise<number> {
  const { quantity } = await tx.get(WorkOrderLine, { id: assignment.workOrderLineId });
  const others = await tx.manager.findBy(Assignment, { stepId: assignment.stepId, id: Not(assignment.id) });
  return Math.min(assignment.offeredUnits, placementOf(quantity, others).unplaced);
}
