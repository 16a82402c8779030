import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { optionalText, type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { requireKeeper } from '../facilities/facility.access.js';
import { CalendarException } from './calendar-exception.entity.js';
import { capacityErrors } from './capacity.errors.js';
import { changeCapacity } from './change-capacity.js';
import { PLANNING_DAYS } from './planning-days.js';
import { MAX_DAY_MINUTES } from './set-work-week.js';

const MAX_DAYS = 100;

export interface ExceptionalDay {
  readonly day: LocalDate;
  /** People × minutes on this day, 0 when it is closed; null makes it an ordinary day again. */
  readonly workMinutes: number | null;
  readonly reason: string;
}

export interface SetCalendarExceptionsInput {
  readonly facilityId: string;
  /** 1 to 100; of a day named twice the last counts. */
  readonly days: readonly {
    readonly day: LocalDate;
    readonly workMinutes?: number | null;
    readonly reason?: string | null;
  }[];
}

/** Makes many days unlike others of their weekday, all of them or none. */
@Injectable()
export class SetCalendarExceptions {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, CAPACITY.DAY_OUT_OF_RANGE, CAPACITY.PROMISE(S)_WOULD_BE_LATE */
  async execute(actor: PersonActor, input: SetCalendarExceptionsInput): Promise<{ facilityId: string }> {
    const { facilityId } = input;
    requireInteger('days', input.days.length, 1, MAX_DAYS);
    const asked = [...new Map(input.days.map((row) => [row.day, checked(row)])).values()];
    return this.unitOfWork.run(actor, async (tx) => {
      const keeper = await requireKeeper(tx, actor, facilityId);
      const first = todayInTokyo(tx.now);
      const last = addDays(first, PLANNING_DAYS);
      if (asked.some(({ day }) => day < first || day > last)) throw capacityErrors.DAY_OUT_OF_RANGE({ first, last });
      const those = { facilityId, day: In(asked.map(({ day }) => day)) };
      const before = await tx.manager.find(CalendarException, { where: those, order: { day: 'ASC' } });
      await changeCapacity(tx, facilityId, async () => {
        await tx.manager.delete(CalendarException, those);
        await tx.manager.insert(
          CalendarException,
          asked.flatMap(({ day, workMinutes, reason }) =>
            workMinutes === null ? [] : [{ facilityId, day, workMinutes, reason }],
          ),
        );
      });
      const deskId = keeper === 'DESK' ? actor.organisationId : null;
      const fact = { deskId, subjectType: 'Facility', subjectId: facilityId };
      const was = before.map(({ day, workMinutes, reason }) => ({ day, workMinutes, reason }));
      await tx.audit('setCalendarExceptions', fact, { before: was, after: asked });
      return { facilityId };
    });
  }
}

function checked({ day, workMinutes = null, reason }: SetCalendarExceptionsInput['days'][number]): ExceptionalDay {
  return {
    day,
    workMinutes: workMinutes === null ? null : requireInteger('workMinutes', workMinutes, 0, MAX_DAY_MINUTES),
    reason: workMinutes === null ? '' : optionalText('reason', reason, 200),
  };
}
