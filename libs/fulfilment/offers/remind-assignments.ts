import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { Assignment } from '../assignments/assignment.entity.js';
import { lockDueOffers } from './due-offers.js';

/** Reminds facilities of offers they have not answered, once, a working day before the deadline. */
@Injectable()
export class RemindAssignments {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many reminders were asked for; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const due = await lockDueOffers(tx, 'remind_at');
      for (const { order, assignments } of due) {
        for (const assignment of assignments) {
          await tx.manager.update(Assignment, { id: assignment.id }, { remindedAt: tx.now });
          await emitOrderEvent(tx, order.deskId, 'assignment.reminded', {
            workOrderId: order.id,
            assignmentId: assignment.id,
          });
        }
      }
      return due.reduce((sum, { assignments }) => sum + assignments.length, 0);
    });
  }
}
