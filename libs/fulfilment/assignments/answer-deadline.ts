import { addDays, addWorkingDays, type LocalDate, todayInTokyo, workingDayBefore } from '#yui/calendar';
import type { Assignment } from './assignment.entity.js';

/** When an offer is to be answered, and when its facility is reminded. */
export type AnswerTimes = Pick<Assignment, 'answerBy' | 'remindAt' | 'remindedAt'>;

/** The worker ends offers a little later; the deadline itself is what counts. */
export function isPastItsDeadline({ status, answerBy }: Pick<Assignment, 'status' | 'answerBy'>, now: Date): boolean {
  return status === 'OFFERED' && answerBy !== null && answerBy < now;
}

/** After the desk's days to answer; earlier when the work itself is due, but never before tomorrow. */
export function answerTimes(now: Date, workingDays: number, dueOn: LocalDate): AnswerTimes {
  const today = todayInTokyo(now);
  const usual = addWorkingDays(today, workingDays);
  const latest = addDays(dueOn, -1);
  const day = usual < latest ? usual : latest;
  const tomorrow = addDays(today, 1);
  return answerTimesOn(now, day < tomorrow ? tomorrow : day);
}

/** Until 17:00 in Tokyo on a day. No reminder where it would come with the offer itself. */
export function answerTimesOn(now: Date, day: LocalDate): AnswerTimes {
  const answerBy = new Date(`${day}T17:00:00+09:00`);
  const remindAt = workingDayBefore(answerBy, 1);
  return { answerBy, remindAt: remindAt > now ? remindAt : null, remindedAt: null };
}

/** The days to which the time of an open offer can be extended; null when there is none: before the day the work is due. */
export function daysToExtendTo(
  { status, answerBy, dueOn }: Pick<Assignment, 'status' | 'answerBy' | 'dueOn'>,
  now: Date,
): { readonly earliest: LocalDate; readonly latest: LocalDate } | null {
  if (status !== 'OFFERED' || answerBy === null || answerBy < now) return null;
  const [earliest, latest] = [addDays(todayInTokyo(answerBy), 1), addDays(dueOn, -1)];
  return earliest <= latest ? { earliest, latest } : null;
}
