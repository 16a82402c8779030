import { addDays, addWorkingDays, type LocalDate } from '#yui/calendar';
import type { Step } from './step.entity.js';

/**
 * When facilities hand over the units of a step: the desk keeps some working days to carry and to look at them, but for
 * work that is done on the spot on its day.
 */
export function facilityDueDate(
  step: Pick<Step, 'dueOn'> & Partial<Pick<Step, 'startOn'>>,
  deliveryWorkingDays: number,
): LocalDate {
  return step.startOn ? step.dueOn : addWorkingDays(step.dueOn, -deliveryWorkingDays);
}

/** The first day on which work of a step can begin: the day after the step before is due; null for the first step. */
export function releaseDate(stepBefore: Pick<Step, 'dueOn'> | null): LocalDate | null {
  return stepBefore && addDays(stepBefore.dueOn, 1);
}

/**
 * The first step, in order, whose facilities would have no day between what comes before and their own date.
 * @returns its index and the first day they could hand over, or null when the dates are in order
 */
export function firstStepTooEarly(
  steps: readonly Pick<Step, 'dueOn'>[],
  today: LocalDate,
  deliveryWorkingDays: number,
): { readonly index: number; readonly earliest: LocalDate } | null {
  // A line of one step is due when the buyer needs it: whether that can be done, the plan will say.
  if (steps.length === 1) return null;
  for (const [index, step] of steps.entries()) {
    const earliest = releaseDate(steps[index - 1] ?? null) ?? addDays(today, 1);
    if (facilityDueDate(step, deliveryWorkingDays) < earliest) return { index, earliest };
  }
  return null;
}
