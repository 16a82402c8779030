import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { cancelLocked } from '#yui/changes';
import { WorkOrder } from '#yui/orders';
import { type PersonActor, requireText, type Transaction, UnitOfWork } from '#yui/platform';
import { lockStandingOrderOfDesk } from '../standing-orders/standing-order.access.js';
import type { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import { OccurrenceShare, STANDING_STATES } from './occurrence-share.entity.js';
import { Occurrence } from './occurrence.entity.js';
import { withdrawShares } from './withdraw-shares.js';

export interface SkipOccurrenceInput {
  readonly idempotencyKey: string;
  readonly occurrenceId: string;
  readonly reason: string;
}

/** One date is omitted. One that is an order already is cancelled as any order is. */
@Injectable()
export class SkipOccurrence {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, OCCURRENCE.SKIPPED_BEFORE, TRANSITION.NOT_ALLOWED (its work is delivered), INPUT.TEXT_EMPTY */
  async execute(actor: PersonActor, input: SkipOccurrenceInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('skipOccurrence', actor, input, async (tx) => {
      const { standing, occurrence } = await lockOccurrenceOfDesk(tx, actor, input.occurrenceId);
      await skipLocked(tx, standing, occurrence, requireText('reason', input.reason, 500));
      return { standingOrderId: standing.id };
    });
  }
}

/** @throws ACCESS.NOT_FOUND */
export async function lockOccurrenceOfDesk(
  tx: Transaction,
  actor: PersonActor,
  id: string,
): Promise<{ standing: StandingOrder; occurrence: Occurrence }> {
  const { standingOrderId } = await tx.get(Occurrence, { id, deskId: actor.organisationId });
  const standing = await lockStandingOrderOfDesk(tx, actor, standingOrderId);
  return { standing, occurrence: await tx.get(Occurrence, { id }) };
}

/** @throws OCCURRENCE.SKIPPED_BEFORE, TRANSITION.NOT_ALLOWED */
export async function skipLocked(
  tx: Transaction,
  standing: StandingOrder,
  occurrence: Occurrence,
  skipReason: string,
): Promise<void> {
  if (occurrence.status === 'SKIPPED') throw occurrenceErrors.SKIPPED_BEFORE();
  if (occurrence.workOrderId !== null) {
    await cancelLocked(tx, await tx.lock(WorkOrder, { id: occurrence.workOrderId }), skipReason);
  }
  const shares = await tx.manager.findBy(OccurrenceShare, {
    occurrenceId: occurrence.id,
    status: In([...STANDING_STATES]),
  });
  await withdrawShares(tx, standing, shares, skipReason);
  await tx.manager.update(Occurrence, { id: occurrence.id }, { status: 'SKIPPED', skipReason });
  const fact = { deskId: standing.deskId, subjectType: 'StandingOrder', subjectId: standing.id };
  await tx.audit('standingOrder.skip', fact, { occurrenceId: occurrence.id, dueOn: occurrence.dueOn });
}
