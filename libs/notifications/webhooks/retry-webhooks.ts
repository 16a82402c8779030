import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SYSTEM, UnitOfWork } from '#yui/platform';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WEBHOOK_QUEUED } from './webhook.handler.js';

const MAX_ROWS = 200;

/** Sends off again what has waited long enough after a failure. */
@Injectable()
export class RetryWebhooks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many were sent off; more may be waiting while it is above 0 */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const due = await tx.manager
        .createQueryBuilder(WebhookDelivery, 'delivery')
        .where('delivery.nextAt <= :now', { now: tx.now })
        .orderBy('delivery.nextAt')
        .addOrderBy('delivery.id')
        .limit(MAX_ROWS)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      if (due.length === 0) return 0;
      await tx.manager.update(WebhookDelivery, { id: In(due.map(({ id }) => id)) }, { nextAt: null });
      for (const { id } of due) await tx.emit(WEBHOOK_QUEUED, null, { deliveryId: id });
      return due.length;
    });
  }
}
