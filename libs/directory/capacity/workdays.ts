import { type EntityManager, In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { CalendarException } from './calendar-exception.entity.js';
import { workMinutesOn } from './facility-load.js';
import { WorkWeek } from './work-week.entity.js';

/** Tells of any day, also of the past, whether these facilities work on it. Two statements, however many facilities. */
export async function readWorkdays(
  db: EntityManager,
  facilityIds: readonly string[],
): Promise<(facilityId: string) => (day: LocalDate) => boolean> {
  const those = { facilityId: In([...new Set(facilityIds)]) };
  const weeks = new Map<string, Map<number, number>>();
  for (const row of await db.find(WorkWeek, { where: those })) {
    weeks.set(
      row.facilityId,
      (weeks.get(row.facilityId) ?? new Map<number, number>()).set(row.weekday, row.workMinutes),
    );
  }
  const exceptions = new Map<string, Map<LocalDate, number>>();
  for (const row of await db.find(CalendarException, { where: those })) {
    exceptions.set(
      row.facilityId,
      (exceptions.get(row.facilityId) ?? new Map<LocalDate, number>()).set(row.day, row.workMinutes),
    );
  }
  return (facilityId) => (day) =>
    workMinutesOn(day, weeks.get(facilityId) ?? new Map(), exceptions.get(facilityId) ?? new Map()) > 0;
}
