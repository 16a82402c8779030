import { addDays, daysBetween, type LocalDate } from '#yui/calendar';

/** Workdays that decide how fast a facility is: what was two months ago says little. */
const PACE_WORKDAYS = 10;
/** Beyond this nobody plans; a pace that slow has stopped. */
const MAX_DAYS_AHEAD = 731;

export interface CountedProgress {
  readonly on: LocalDate;
  /** All that was done by then. */
  readonly doneUnits: number;
}

export interface Share {
  readonly acceptedUnits: number;
  /** The first day on which work could be done. */
  readonly startOn: LocalDate;
  /** In the order of time; at least one. */
  readonly reports: readonly [CountedProgress, ...CountedProgress[]];
}

export interface Forecast {
  readonly doneUnits: number;
  readonly unitsPerWorkday: number;
  /** The day on which the last unit will be done at this pace; null when nothing was done of late. */
  readonly finishOn: LocalDate | null;
}

/**
 * When a share will be finished at the pace its facility reported: units done a workday, over the last ten workdays until
 * the last report. Days on which the facility does not work do not count, in the past and in the future.
 * @param today the forecast is never earlier than this, while something is left to do
 */
export function forecastFinish(share: Share, today: LocalDate, isWorkday: (day: LocalDate) => boolean): Forecast {
  const last = share.reports.at(-1) ?? share.reports[0];
  const { from, workdays } = paceWindow(share.startOn, last.on, isWorkday);
  const before = share.reports.filter((report) => report.on < from).at(-1)?.doneUnits ?? 0;
  const unitsPerWorkday = (last.doneUnits - before) / Math.max(1, workdays);
  const left = share.acceptedUnits - last.doneUnits;
  const doneUnits = last.doneUnits;
  if (left <= 0) return { doneUnits, unitsPerWorkday, finishOn: last.on };
  if (unitsPerWorkday <= 0) return { doneUnits, unitsPerWorkday: 0, finishOn: null };
  const finishOn = workdayAfter(last.on, Math.ceil(left / unitsPerWorkday), isWorkday);
  return { doneUnits, unitsPerWorkday, finishOn: finishOn !== null && finishOn < today ? today : finishOn };
}

/** The last workdays until `until`, as far as work could be done at all. */
function paceWindow(
  startOn: LocalDate,
  until: LocalDate,
  isWorkday: (day: LocalDate) => boolean,
): { from: LocalDate; workdays: number } {
  let workdays = 0;
  let from = until;
  for (let day = until; day >= startOn && workdays < PACE_WORKDAYS; day = addDays(day, -1)) {
    from = day;
    if (isWorkday(day)) workdays += 1;
  }
  return { from, workdays };
}

function workdayAfter(day: LocalDate, count: number, isWorkday: (day: LocalDate) => boolean): LocalDate | null {
  let left = count;
  let current = day;
  while (left > 0) {
    current = addDays(current, 1);
    if (daysBetween(day, current) > MAX_DAYS_AHEAD) return null;
    if (isWorkday(current)) left -= 1;
  }
  return current;
}
