import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { WorkOrder } from '#yui/orders';
import { SYSTEM, type Transaction, UnitOfWork } from '#yui/platform';
import { Contract } from '../contract/contract.entity.js';
import { emitContractEvent } from '../contract/contract.events.js';
import { reconcileOrder } from './reconcile-order.js';
import type { TimelineKind } from '../contract/timeline-entry.entity.js';
import { writeTimeline } from '../contract/write-timeline.js';
import { ContractMilestone, stageOf } from '../contract/contract-milestone.entity.js';
import { noticeDays } from '../milestones/notice-days.js';

const BATCH = 20;

/** Reminds of what contracts wait for: some days before, on the day and after it. Called by the worker again and again. */
@Injectable()
export class RemindMilestones {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many orders were looked at; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const today = todayInTokyo(tx.now);
      // Orders somebody is working on are left for the next round.
      const orders = await tx.manager
        .createQueryBuilder(WorkOrder, 'work_order')
        .where(
          `EXISTS (SELECT 1 FROM contract_milestone milestone
             WHERE milestone.work_order_id = work_order.id AND milestone.notice_on <= :today)`,
          { today },
        )
        .orderBy('work_order.id')
        .limit(BATCH)
        .setLock('pessimistic_write', undefined, ['work_order'])
        .setOnLocked('skip_locked')
        .getMany();
      for (const order of orders) await remindOf(tx, order);
      return orders.length;
    });
  }
}

/**
 * Nobody is reminded of what has happened meanwhile: where things stand is worked out first. All of an order is said at
 * once: with thirty facilities that are late, thirty mails would be read by nobody.
 */
async function remindOf(tx: Transaction, order: WorkOrder): Promise<void> {
  const today = todayInTokyo(tx.now);
  await reconcileOrder(tx, order);
  const milestones = await tx.manager.find(ContractMilestone, {
    where: { workOrderId: order.id, status: 'OPEN' },
    order: { contractId: 'ASC', kind: 'ASC' },
  });
  let isAnyDue = false;
  for (const milestone of milestones) {
    if (milestone.noticeOn === null || milestone.noticeOn > today) continue;
    const { contractId, kind } = milestone;
    const contract = await tx.get(Contract, { id: contractId });
    const days = noticeDays(kind, milestone.dueOn, contract);
    // After a long stop of the worker several are due: people are told about the latest alone.
    const notices = days.filter((day) => day <= today).length;
    const stage = stageOf({ notices });
    await tx.manager.update(
      ContractMilestone,
      { contractId, kind },
      { notices, noticeOn: days[notices] ?? null, noticedOn: today },
    );
    await writeTimeline(tx, contract, `MILESTONE_${stage}` satisfies TimelineKind, {
      milestone: kind,
      onDate: milestone.dueOn,
    });
    isAnyDue = true;
  }
  if (isAnyDue)
    await emitContractEvent(tx, order.deskId, 'milestones.due', { workOrderId: order.id, noticedOn: today });
}
