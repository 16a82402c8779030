import { Injectable } from '@nestjs/common';
import { checkValues, difference, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { requireKeeper } from '../facilities/facility.access.js';
import { capacityErrors } from './capacity.errors.js';
import { changeCapacity } from './change-capacity.js';
import { WorkWeek } from './work-week.entity.js';

/** 1,000 persons who work 24 hours: more is a slip of the pen. */
export const MAX_DAY_MINUTES = 1_000 * 24 * 60;
const DAYS_OF_WEEK = 7;

export interface SetWorkWeekInput {
  readonly facilityId: string;
  /** People × minutes for work of the desks on an ordinary day: seven numbers, Monday first; 0 is a closed day. */
  readonly workMinutes: readonly number[];
}

/** Says how much a facility works for orders in an ordinary week. */
@Injectable()
export class SetWorkWeek {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.NUMBER_OUT_OF_RANGE, CAPACITY.WEEK_INCOMPLETE, CAPACITY.PROMISE(S)_WOULD_BE_LATE */
  async execute(actor: PersonActor, { facilityId, workMinutes }: SetWorkWeekInput): Promise<{ facilityId: string }> {
    if (workMinutes.length !== DAYS_OF_WEEK) throw capacityErrors.WEEK_INCOMPLETE().at('workMinutes');
    checkValues('workMinutes', workMinutes, (path, minutes) => requireInteger(path, minutes, 0, MAX_DAY_MINUTES));
    return this.unitOfWork.run(actor, async (tx) => {
      const keeper = await requireKeeper(tx, actor, facilityId);
      const week = workMinutes.map((minutes, index) => ({ facilityId, weekday: index + 1, workMinutes: minutes }));
      const before = await tx.manager.find(WorkWeek, { where: { facilityId }, order: { weekday: 'ASC' } });
      await changeCapacity(tx, facilityId, async () => {
        await tx.manager.upsert(WorkWeek, week, ['facilityId', 'weekday']);
      });
      const deskId = keeper === 'DESK' ? actor.organisationId : null;
      await tx.audit(
        'setWorkWeek',
        { deskId, subjectType: 'Facility', subjectId: facilityId },
        difference({ workMinutes: before.map((day) => day.workMinutes) }, { workMinutes }),
      );
      return { facilityId };
    });
  }
}
