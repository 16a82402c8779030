import { Injectable } from '@nestjs/common';
import { addDays, addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { MAKING_STATES } from '../assignments/assignment.transitions.js';
import { emitOrderEvent } from '#yui/orders';
import { isLate } from './forecast.queries.js';
import { PaceCheck, type PaceStage } from './pace-check.entity.js';
import { readForecasts } from './read-forecasts.js';

const BATCH = 50;
/** Working days before the due date on which the pace is looked at first. */
const LOOK_AHEAD_WORKING_DAYS = 3;
/** Three working days are never more days than this, also over New Year. */
const LOOK_AHEAD_DAYS = 14;

/**
 * Looks at the reported pace three working days before the due date, on it and the day after, and warns the desk of
 * shares that will not be finished in time. Called by the worker again and again.
 */
@Injectable()
export class WarnOfLateWork {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many shares were looked at; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const today = todayInTokyo(tx.now);
      const shares = await tx.manager
        .createQueryBuilder(Assignment, 'share')
        // Written out, so that PostgreSQL knows the index of those that are being made.
        .where(
          `share.status IN (${MAKING_STATES.map((state) => `'${state}'`).join(', ')}) AND share.due_on <= :until`,
          {
            until: addDays(today, LOOK_AHEAD_DAYS),
          },
        )
        // The last day of each stage is known to the database; the first one is counted in working days below.
        .andWhere(
          `NOT EXISTS (SELECT 1 FROM pace_check done WHERE done.assignment_id = share.id AND done.due_on = share.due_on
             AND done.stage = CASE WHEN share.due_on < :today THEN 'AFTER' WHEN share.due_on = :today THEN 'DUE' ELSE 'BEFORE' END)`,
          { today },
        )
        .andWhere('share.due_on <= :near', { near: lastDueDateInReach(today) })
        // By the day first: in the order of the ids PostgreSQL would walk through every share there ever was.
        .orderBy('share.due_on')
        .addOrderBy('share.id')
        .limit(BATCH)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      const forecasts = await readForecasts(tx.manager, shares, today);
      for (const share of shares) {
        const forecast = forecasts.get(share.id);
        const isRunningLate = isLate(forecast, share.dueOn);
        await tx.manager.insert(PaceCheck, {
          assignmentId: share.id,
          stage: stageOn(share.dueOn, today),
          dueOn: share.dueOn,
          deskId: share.deskId,
          facilityId: share.facilityId,
          isLate: isRunningLate,
          forecastOn: forecast?.finishOn ?? null,
          checkedAt: tx.now,
        });
        if (!isRunningLate) continue;
        await emitOrderEvent(tx, share.deskId, 'assignment.running-late', {
          workOrderId: share.workOrderId,
          assignmentId: share.id,
        });
      }
      return shares.length;
    });
  }
}

function stageOn(dueOn: LocalDate, today: LocalDate): PaceStage {
  if (dueOn < today) return 'AFTER';
  return dueOn === today ? 'DUE' : 'BEFORE';
}

/** The latest due date that is at most three working days away. */
function lastDueDateInReach(today: LocalDate): LocalDate {
  let dueOn = today;
  for (let day = addDays(today, 1); addWorkingDays(day, -LOOK_AHEAD_WORKING_DAYS) <= today; day = addDays(day, 1)) {
    dueOn = day;
  }
  return dueOn;
}
