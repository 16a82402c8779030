import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { SYSTEM, UnitOfWork, transition } from '#yui/platform';
import { shareChangeTransitions } from './share-change.transitions.js';
import { Assignment, lockOrdersToRemind, nextReminder } from '#yui/fulfilment';
import { emitOrderEvent } from '#yui/orders';
import { isChangeable } from './changeable.js';
import { ShareChange } from './share-change.entity.js';

const IS_DUE = `EXISTS (SELECT 1 FROM share_change WHERE share_change.work_order_id = work_order.id
  AND share_change.status = 'PROPOSED' AND share_change.remind_on <= :today)`;

/** Reminds facilities that have not answered whether they agree to a change; then tells the desk. Called by the worker. */
@Injectable()
export class RemindShareChanges {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many changes were looked at; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      let looked = 0;
      for (const { id: workOrderId, deskId } of await lockOrdersToRemind(tx, IS_DUE)) {
        // Under the lock of its order: who has answered meanwhile is not reminded.
        const changes = await tx.manager.find(ShareChange, {
          where: { workOrderId, status: 'PROPOSED', remindOn: LessThanOrEqual(todayInTokyo(tx.now)) },
          order: { id: 'ASC' },
        });
        const shares = await tx.manager.findBy(Assignment, { id: In(changes.map(({ assignmentId }) => assignmentId)) });
        const changeable = new Set(shares.filter(isChangeable).map((share) => share.id));
        for (const change of changes) {
          looked += 1;
          const { id, assignmentId, remindedOn: before } = change;
          // The share was delivered or taken back in the meantime: nobody need answer any more.
          if (!changeable.has(assignmentId)) {
            await transition(tx, shareChangeTransitions, change, 'lapse', { remindOn: null });
            continue;
          }
          const { to, ...dates } = nextReminder(tx, before);
          await tx.manager.update(ShareChange, { id }, dates);
          const event = to === 'FACILITY' ? 'share-change.reminded' : 'share-change.unanswered';
          await emitOrderEvent(tx, deskId, event, { workOrderId, assignmentId, shareChangeId: id });
        }
      }
      return looked;
    });
  }
}
