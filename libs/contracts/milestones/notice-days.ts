import { addDays, addWorkingDays, type LocalDate } from '#yui/calendar';
import type { Contract } from '../contract/contract.entity.js';
import type { MilestoneKind } from '../contract/contract-milestone.entity.js';

/** Working days before the day on which people are first reminded. */
const WORKING_DAYS_BEFORE: Readonly<Record<Exclude<MilestoneKind, 'OUTCOME_REPORT'>, number>> = {
  PAPER_RETURN: 3,
  DELIVERY: 3,
  ACCEPTANCE: 1,
  INVOICE: 1,
  PAYMENT: 5,
  CORRECTION: 0,
  REPAYMENT: 5,
};

/**
 * When people are told of a milestone: some days before, on the day, and the day after. Nothing where something else
 * reminds: of an offer its own deadline, of an introduction the asking for its outcome.
 */
export function noticeDays(
  kind: MilestoneKind,
  dueOn: LocalDate,
  contract: Pick<Contract, 'assignmentId'>,
): readonly LocalDate[] {
  if (kind === 'OUTCOME_REPORT' || (kind === 'PAPER_RETURN' && contract.assignmentId !== null)) return [];
  return [addWorkingDays(dueOn, -WORKING_DAYS_BEFORE[kind]), dueOn, addDays(dueOn, 1)];
}

/**
 * Where reminders stand for a milestone that is new, or has got another day: what lies in the past is not made up for,
 * but of something overdue people hear at least once.
 */
export function noticesFrom(
  days: readonly LocalDate[],
  today: LocalDate,
): { readonly notices: number; readonly noticeOn: LocalDate | null } {
  if (days.length === 0) return { notices: 0, noticeOn: null };
  const notices = Math.min(days.filter((day) => day < today).length, days.length - 1);
  return { notices, noticeOn: days[notices]! };
}
