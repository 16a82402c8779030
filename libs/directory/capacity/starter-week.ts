import type { WorkWeek } from './work-week.entity.js';

/**
 * Minutes a day, Monday to Friday, of each person that a new facility starts with. Registries say how many people a
 * facility is for, not how long they work for joint orders: members come on different days, work a few hours, and most
 * of that goes to the facility's own work. One hour of five is a careful guess that promises too little rather than too
 * much; the facility sets its real week itself.
 */
export const STARTER_MINUTES_PER_PERSON = 60;
const STARTER_WEEKDAYS = [1, 2, 3, 4, 5];

/** The week a new facility starts with; none while nobody has said for how many people it is. */
export function starterWeek(facilityId: string, capacityPersons: number | null): WorkWeek[] {
  if (capacityPersons === null) return [];
  const workMinutes = capacityPersons * STARTER_MINUTES_PER_PERSON;
  return STARTER_WEEKDAYS.map((weekday) => ({ facilityId, weekday, workMinutes }));
}
