import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { Occurrence } from './occurrence.entity.js';
import { placeOccurrence } from './place-occurrence.js';

const BATCH = 20;

/** Makes orders of the occurrences whose day to become visible has come. Called by the worker again and again. */
@Injectable()
export class PlaceComingOccurrences {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many became orders; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      // One standing order at a time, which everybody who changes it locks first; one somebody works on waits for the next round.
      const standing = await tx.manager
        .createQueryBuilder(StandingOrder, 'standing_order')
        .where(`standing_order.status = 'ACTIVE'`)
        .andWhere(
          `standing_order.id IN (SELECT standing_order_id FROM occurrence
             WHERE status = 'COMING' AND visible_on <= :today AND due_on >= :today ORDER BY visible_on, id LIMIT ${BATCH})`,
          { today: todayInTokyo(tx.now) },
        )
        .orderBy('standing_order.id')
        .limit(1)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getOne();
      if (!standing) return 0;
      const due = await tx.manager
        .createQueryBuilder(Occurrence, 'occurrence')
        .where(`occurrence.standingOrderId = :id AND occurrence.status = 'COMING'`, { id: standing.id })
        .andWhere('occurrence.visibleOn <= :today AND occurrence.dueOn >= :today', { today: todayInTokyo(tx.now) })
        .orderBy('occurrence.dueOn')
        .addOrderBy('occurrence.id')
        .limit(BATCH)
        .getMany();
      for (const occurrence of due) await placeOccurrence(tx, standing, occurrence);
      return due.length;
    });
  }
}
