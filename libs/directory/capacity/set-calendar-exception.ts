import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { checkFields, difference, optionalText, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { requireKeeper } from '../facilities/facility.access.js';
import { CalendarException } from './calendar-exception.entity.js';
import { capacityErrors } from './capacity.errors.js';
import { changeCapacity } from './change-capacity.js';
import { PLANNING_DAYS } from './planning-days.js';
import { MAX_DAY_MINUTES } from './set-work-week.js';

export interface SetCalendarExceptionInput {
  readonly facilityId: string;
  readonly day: LocalDate;
  /** People × minutes on this day, 0 when it is closed; null makes it an ordinary day again. */
  readonly workMinutes: number | null;
  readonly reason?: string | null;
}

/** Makes one day unlike others of its weekday: closed, shorter, or open on a holiday. */
@Injectable()
export class SetCalendarException {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, CAPACITY.DAY_OUT_OF_RANGE, CAPACITY.PROMISE(S)_WOULD_BE_LATE */
  async execute(actor: PersonActor, input: SetCalendarExceptionInput): Promise<{ facilityId: string }> {
    const { facilityId, day } = input;
    const { reason, workMinutes } = checkFields({
      reason: () => optionalText('reason', input.reason, 200),
      workMinutes: () =>
        input.workMinutes === null ? null : requireInteger('workMinutes', input.workMinutes, 0, MAX_DAY_MINUTES),
    });
    return this.unitOfWork.run(actor, async (tx) => {
      const keeper = await requireKeeper(tx, actor, facilityId);
      const first = todayInTokyo(tx.now);
      const last = addDays(first, PLANNING_DAYS);
      if (day < first || day > last) throw capacityErrors.DAY_OUT_OF_RANGE({ first, last }).at('day');
      const before = await tx.manager.findOneBy(CalendarException, { facilityId, day });
      await changeCapacity(tx, facilityId, async () => {
        if (workMinutes === null) await tx.manager.delete(CalendarException, { facilityId, day });
        else {
          const exception = { facilityId, day, workMinutes, reason };
          await tx.manager.upsert(CalendarException, exception, ['facilityId', 'day']);
        }
      });
      const deskId = keeper === 'DESK' ? actor.organisationId : null;
      const fact = { deskId, subjectType: 'Facility', subjectId: facilityId };
      const after = { workMinutes, reason: workMinutes === null ? null : reason };
      await tx.audit('setCalendarException', fact, { day, ...difference(before && { ...before }, after) });
      return { facilityId };
    });
  }
}
