import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { In } from 'typeorm';
import { Assignment, BOUND_STATES } from '#yui/fulfilment';
import { WorkOrder, WorkOrderLine } from '#yui/orders';
import { type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { requireActive } from '../standing-orders/standing-order.access.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import { addAndAsk } from './add-occurrence.js';
import { requireWithin } from './insert-occurrences.js';
import { OccurrencePrice } from './occurrence-price.entity.js';
import type { Occurrence } from './occurrence.entity.js';
import { lockOccurrenceOfDesk, skipLocked } from './skip-occurrence.js';

export interface MoveOccurrenceInput {
  readonly idempotencyKey: string;
  readonly occurrenceId: string;
  readonly dueOn: LocalDate;
}

/**
 * Moves one date: the old one is omitted, and a new one, at the same price, takes its place. Facilities are asked again: a
 * yes to one day is none to another.
 */
@Injectable()
export class MoveOccurrence {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, STANDING_ORDER.NOT_ACTIVE, OCCURRENCE.OUT_OF_PERIOD, .SKIPPED_BEFORE, .BEGUN, TRANSITION.NOT_ALLOWED */
  async execute(actor: PersonActor, input: MoveOccurrenceInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('moveOccurrence', actor, input, async (tx) => {
      const { standing, occurrence } = await lockOccurrenceOfDesk(tx, actor, input.occurrenceId);
      requireActive(standing);
      requireWithin(tx, standing, input.dueOn);
      if (occurrence.status === 'SKIPPED') throw occurrenceErrors.SKIPPED_BEFORE();
      const quantity = await movableUnits(tx, occurrence);
      const { plannedOn, unitPriceSen, sitePosition, siteName } = occurrence;
      const { facilityUnitPriceSen } = await tx.get(OccurrencePrice, { occurrenceId: occurrence.id });
      await skipLocked(tx, standing, occurrence, `${input.dueOn}に変更 / moved to ${input.dueOn}`);
      await addAndAsk(tx, standing, {
        origin: 'MOVED',
        plannedOn,
        dueOn: input.dueOn,
        site: { position: sitePosition, name: siteName },
        quantity,
        unitPriceSen,
        facilityUnitPriceSen,
        movedFromId: occurrence.id,
      });
      return { standingOrderId: standing.id };
    });
  }
}

/** What its order has now, where it is one: that may have been changed since. @throws OCCURRENCE.BEGUN */
async function movableUnits(tx: Transaction, { workOrderId, quantity }: Occurrence): Promise<number> {
  if (workOrderId === null) return quantity;
  // Shares change under the lock of their order.
  await tx.lock(WorkOrder, { id: workOrderId });
  const begun = BOUND_STATES.filter((state) => state !== 'ACCEPTED');
  if (await tx.manager.existsBy(Assignment, { workOrderId, status: In(begun) })) throw occurrenceErrors.BEGUN();
  const lines = await tx.manager.findBy(WorkOrderLine, { workOrderId });
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}
