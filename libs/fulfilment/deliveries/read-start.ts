import { In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import { releaseDate, Step, WorkOrderLine } from '#yui/orders';
import { handedOnUnitsOf } from './hand-over.js';

/**
 * By step: the first day on which all units can be there to work on, and which is a day of its work; null when nothing is
 * to be waited for: it is the first, or the step before has delivered everything already.
 */
export async function readStarts(tx: Transaction, steps: readonly Step[]): Promise<Map<string, LocalDate | null>> {
  const lineIds = In([...new Set(steps.map((step) => step.workOrderLineId))]);
  const lines = await tx.manager.findBy(WorkOrderLine, { id: lineIds });
  const quantityOf = new Map(lines.map((line) => [line.id, line.quantity]));
  const all = await tx.manager.findBy(Step, { workOrderLineId: lineIds });
  const keyOf = (lineId: string, position: number) => `${lineId} ${position}`;
  const stepAt = new Map(all.map((step) => [keyOf(step.workOrderLineId, step.position), step]));
  const handedOn = await handedOnUnitsOf(
    tx,
    all.map((step) => step.id),
  );
  return new Map(
    steps.map(({ id, workOrderLineId, position, startOn }) => {
      const before = stepAt.get(keyOf(workOrderLineId, position - 1));
      const isThere = before && (handedOn.get(before.id) ?? 0) >= (quantityOf.get(workOrderLineId) ?? 0);
      const released = before && !isThere ? releaseDate(before) : null;
      return [id, released === null ? startOn : notBefore(released, startOn)];
    }),
  );
}

/** @see readStarts */
export async function readStart(tx: Transaction, step: Step): Promise<LocalDate | null> {
  return (await readStarts(tx, [step])).get(step.id) ?? null;
}

/** The later of two days, where there may be no second. */
export function notBefore(day: LocalDate, first: LocalDate | null): LocalDate {
  return first !== null && first > day ? first : day;
}
