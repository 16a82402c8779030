import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { lockDueOffers } from './due-offers.js';
import { transitionAssignment } from '../assignments/transition-assignment.js';

/** Ends offers nobody answered in time. Called by the worker again and again. */
@Injectable()
export class ExpireAssignments {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many offers were ended; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const due = await lockDueOffers(tx, 'answer_by');
      for (const { order, assignments } of due) {
        for (const assignment of assignments) {
          await transitionAssignment(tx, assignment, 'expire');
          await emitOrderEvent(tx, order.deskId, 'assignment.expired', {
            workOrderId: order.id,
            assignmentId: assignment.id,
          });
        }
      }
      return due.reduce((sum, { assignments }) => sum + assignments.length, 0);
    });
  }
}
