import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { Capability, earliestStart, holdCapacity } from '#yui/directory';
import { accessErrors, optionalText, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { emitStandingEvent } from '../standing-orders/standing-order.events.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import { OccurrenceShare } from './occurrence-share.entity.js';
import { Occurrence } from './occurrence.entity.js';

export interface AnswerOccurrencesInput {
  readonly idempotencyKey: string;
  readonly standingOrderId: string;
  readonly isYes: boolean;
  readonly reason?: string | null;
}

/** A facility says yes, or no, to all dates it is asked about. Yes takes the capacity of every one of them at once. */
@Injectable()
export class AnswerOccurrences {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, OCCURRENCE.NOTHING_TO_ANSWER, CAPACITY.DATES_EXCEEDED, INPUT.* */
  async execute(actor: PersonActor, input: AnswerOccurrencesInput): Promise<{ standingOrderId: string }> {
    return this.unitOfWork.command('answerOccurrences', actor, input, async (tx) => {
      const facilityId = actor.organisationId;
      const reason = optionalText('reason', input.reason, 500);
      const own = { standingOrderId: input.standingOrderId, facilityId };
      // One that was never asked learns nothing of it.
      if (!(await tx.manager.existsBy(OccurrenceShare, { ...own, status: Not('PLANNED') })))
        throw accessErrors.NOT_FOUND();
      const standing = await tx.lock(StandingOrder, { id: input.standingOrderId });
      const shares = await tx.manager.findBy(OccurrenceShare, { ...own, status: 'OFFERED' });
      if (shares.length === 0) throw occurrenceErrors.NOTHING_TO_ANSWER();
      if (input.isYes) await hold(tx, standing, facilityId, shares);
      const status = input.isYes ? 'AGREED' : 'DECLINED';
      await tx.manager.update(
        OccurrenceShare,
        { id: In(shares.map(({ id }) => id)) },
        { status, answeredAt: tx.now, reason },
      );
      const fact = { deskId: standing.deskId, subjectType: 'StandingOrder', subjectId: standing.id };
      await tx.audit('standingOrder.answer', fact, { facilityId, isYes: input.isYes, shares: shares.length });
      await emitStandingEvent(tx, standing.deskId, 'occurrence-shares.answered', {
        standingOrderId: standing.id,
        facilityId,
        answer: input.isYes ? 'YES' : 'NO',
      });
      return { standingOrderId: standing.id };
    });
  }
}

async function hold(
  tx: Transaction,
  { workTypeCode }: StandingOrder,
  facilityId: string,
  shares: readonly OccurrenceShare[],
): Promise<void> {
  const occurrences = await tx.manager.find(Occurrence, {
    where: { id: In(shares.map(({ occurrenceId }) => occurrenceId)) },
    order: { dueOn: 'ASC', id: 'ASC' },
  });
  const shareOf = new Map(shares.map((share) => [share.occurrenceId, share]));
  const capability = await tx.manager.findOneBy(Capability, { facilityId, workTypeCode });
  const first = earliestStart(todayInTokyo(tx.now), capability?.leadDays ?? 0);
  await holdCapacity(
    tx,
    facilityId,
    occurrences.map(({ id, startOn, dueOn }) => {
      const { id: occurrenceShareId, units, secondsPerUnit } = shareOf.get(id)!;
      // Never after its day: then nothing is possible, and the facility is told which date it is.
      const start = first > startOn ? first : startOn;
      return { occurrenceShareId, workTypeCode, units, secondsPerUnit, startOn: start, dueOn };
    }),
  );
}
