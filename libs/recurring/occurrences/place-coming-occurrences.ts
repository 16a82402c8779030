import { Injectable, Logger } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { DomainError, errorForLog, SYSTEM, UnitOfWork } from '#yui/platform';
import { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { Occurrence } from './occurrence.entity.js';
import { placeOccurrence } from './place-occurrence.js';

const BATCH = 20;
/** What cannot become an order as it is now (its price no longer fits the terms of the buyer) is tried again after this long. */
const RETRY_AFTER_MS = 3_600_000;

/** Makes orders of the occurrences whose day to become visible has come. Called by the worker again and again. */
@Injectable()
export class PlaceComingOccurrences {
  private readonly logger = new Logger(PlaceComingOccurrences.name);
  /** Standing orders that failed, and until when they stand aside: they keep nobody else waiting. */
  private readonly asideUntilMs = new Map<string, number>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many became orders; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    let placed = 0;
    for (const due of await this.due()) {
      if (this.asideUntilMs.has(due.standingOrderId)) continue;
      try {
        placed += await this.place(due);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code.startsWith('PLATFORM.')) throw error;
        this.asideUntilMs.set(due.standingOrderId, performance.now() + RETRY_AFTER_MS);
        this.logger.error({ msg: 'occurrence cannot become an order', ...due, error: errorForLog(error) });
      }
    }
    return placed;
  }

  private async due(): Promise<{ id: string; standingOrderId: string }[]> {
    for (const [id, untilMs] of this.asideUntilMs) if (untilMs <= performance.now()) this.asideUntilMs.delete(id);
    return this.unitOfWork.run(SYSTEM, async (tx) =>
      tx.manager.query<{ id: string; standingOrderId: string }[]>(
        `SELECT occurrence.id, standing_order_id AS "standingOrderId"
         FROM occurrence JOIN standing_order ON standing_order.id = standing_order_id
         WHERE occurrence.status = 'COMING' AND visible_on <= $1 AND due_on >= $1 AND standing_order.status = 'ACTIVE'
           AND standing_order_id <> ALL ($2)
         ORDER BY visible_on, occurrence.id LIMIT ${BATCH}`,
        [todayInTokyo(tx.now), [...this.asideUntilMs.keys()]],
      ),
    );
  }

  /** One order a transaction, so that the turns of facilities are taken by their ids, as everybody takes them. */
  private async place({ id, standingOrderId }: { id: string; standingOrderId: string }): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      // Everybody who changes it locks it first; one somebody works on waits for the next round.
      const standing = await tx.manager.findOne(StandingOrder, {
        where: { id: standingOrderId, status: 'ACTIVE' },
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const occurrence = standing && (await tx.manager.findOneBy(Occurrence, { id, status: 'COMING' }));
      if (!standing || !occurrence) return 0;
      await placeOccurrence(tx, standing, occurrence);
      return 1;
    });
  }
}
