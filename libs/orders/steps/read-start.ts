import type { LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import { handedOnUnits, neighbour } from './hand-over.js';
import { releaseDate } from './step-dates.js';
import type { Step } from './step.entity.js';

/**
 * The first day on which all units of a step can be there to work on; null when nothing is to be waited for: it is the
 * first, or the step before has delivered everything already.
 */
export async function readStart(tx: Transaction, step: Step): Promise<LocalDate | null> {
  const before = await neighbour(tx, step.id, -1);
  if (!before) return null;
  const line = await tx.get(WorkOrderLine, { id: step.workOrderLineId });
  return (await handedOnUnits(tx, before.id)) >= line.quantity ? null : releaseDate(before);
}

/** The later of two days, where there may be no second. */
export function notBefore(day: LocalDate, first: LocalDate | null): LocalDate {
  return first !== null && first > day ? first : day;
}
