import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { emitOrderEvent } from '#yui/orders';
import { lockOrdersToRemind, nextReminder } from '../assignments/answer-reminders.js';
import { Assignment } from '../assignments/assignment.entity.js';

const IS_DUE = `EXISTS (SELECT 1 FROM assignment share WHERE share.work_order_id = work_order.id
  AND share.status = 'STOPPING' AND share.stop_remind_on <= :today)`;

/** Reminds facilities that were asked to stop and have not said what is done; then tells the desk. Called by the worker. */
@Injectable()
export class RemindStops {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many reminders were asked for; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      let reminders = 0;
      for (const { id: workOrderId, deskId } of await lockOrdersToRemind(tx, IS_DUE)) {
        // Under the lock of its order: who has answered meanwhile is not reminded.
        const shares = await tx.manager.find(Assignment, {
          where: { workOrderId, status: 'STOPPING', stopRemindOn: LessThanOrEqual(todayInTokyo(tx.now)) },
          order: { id: 'ASC' },
        });
        for (const { id, stopRemindedOn } of shares) {
          const { to, remindOn, remindedOn } = nextReminder(tx, stopRemindedOn);
          await tx.manager.update(Assignment, { id }, { stopRemindOn: remindOn, stopRemindedOn: remindedOn });
          const event = to === 'FACILITY' ? 'assignment.stop-reminded' : 'assignment.stop-unanswered';
          await emitOrderEvent(tx, deskId, event, { workOrderId, assignmentId: id });
          reminders += 1;
        }
      }
      return reminders;
    });
  }
}
