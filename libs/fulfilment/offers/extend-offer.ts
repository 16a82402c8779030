import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { answerTimesOn, daysToExtendTo, isPastItsDeadline } from '../assignments/answer-deadline.js';
import { lockAssignmentOfDesk } from '../assignments/assignment.access.js';
import type { Assignment } from '../assignments/assignment.entity.js';
import { assignmentErrors } from '../assignments/assignment.errors.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';

export interface ExtendOfferInput {
  readonly idempotencyKey: string;
  readonly assignmentId: string;
  /** The new day to answer, until 17:00 in Tokyo. */
  readonly until: LocalDate;
}

/** The desk gives a facility more time to answer, asked or not. The links of earlier mails go on working. */
@Injectable()
export class ExtendOffer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, ASSIGNMENT.DEADLINE_PASSED, .EXTENSION_OUT_OF_RANGE, .NO_EXTENSION, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: ExtendOfferInput): Promise<{ assignmentId: string }> {
    return this.unitOfWork.command('extendOffer', actor, input, async (tx) => {
      const { order, assignment } = await lockAssignmentOfDesk(tx, actor, input.assignmentId);
      // What ended stays ended: its units may be with others by now.
      if (isPastItsDeadline(assignment, tx.now)) throw assignmentErrors.DEADLINE_PASSED();
      if (assignment.status === 'OFFERED') requireDayToExtendTo(tx, assignment, input.until);
      await transitionAssignment(tx, assignment, 'extend', answerTimesOn(tx.now, input.until));
      await emitOrderEvent(tx, order.deskId, 'assignment.extended', {
        workOrderId: order.id,
        assignmentId: assignment.id,
      });
      return { assignmentId: assignment.id };
    });
  }
}

/** @throws ASSIGNMENT.EXTENSION_OUT_OF_RANGE, .NO_EXTENSION */
export function requireDayToExtendTo({ now }: Transaction, assignment: Assignment, until: LocalDate): void {
  const days = daysToExtendTo(assignment, now);
  if (days === null) throw assignmentErrors.NO_EXTENSION().at('until');
  if (until >= days.earliest && until <= days.latest) return;
  throw assignmentErrors.EXTENSION_OUT_OF_RANGE({ ...days }).at('until');
}
