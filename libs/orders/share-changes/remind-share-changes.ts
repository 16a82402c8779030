import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { lockOrdersToRemind, nextReminder } from '../assignments/answer-reminders.js';
import { emitOrderEvent } from '../order.events.js';
import { ShareChange } from './share-change.entity.js';

const IS_DUE = `EXISTS (SELECT 1 FROM share_change WHERE share_change.work_order_id = work_order.id
  AND share_change.status = 'PROPOSED' AND share_change.remind_on <= :today)`;

/** Reminds facilities that have not answered whether they agree to a change; then tells the desk. Called by the worker. */
@Injectable()
export class RemindShareChanges {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many reminders were asked for; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      let reminders = 0;
      for (const { id: workOrderId, deskId } of await lockOrdersToRemind(tx, IS_DUE)) {
        // Under the lock of its order: who has answered meanwhile is not reminded.
        const changes = await tx.manager.find(ShareChange, {
          where: { workOrderId, status: 'PROPOSED', remindOn: LessThanOrEqual(todayInTokyo(tx.now)) },
          order: { id: 'ASC' },
        });
        for (const { id, assignmentId, remindedOn: before } of changes) {
          const { to, ...dates } = nextReminder(tx, before);
          await tx.manager.update(ShareChange, { id }, dates);
          const event = to === 'FACILITY' ? 'share-change.reminded' : 'share-change.unanswered';
          await emitOrderEvent(tx, deskId, event, { workOrderId, assignmentId, shareChangeId: id });
          reminders += 1;
        }
      }
      return reminders;
    });
  }
}
