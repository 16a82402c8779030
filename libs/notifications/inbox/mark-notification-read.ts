import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { Notification } from './notification.entity.js';

/** A person has read what they were told. Reading it again changes nothing, so it needs no idempotency key. */
@Injectable()
export class MarkNotificationRead {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, input: { notificationId: string }): Promise<{ notificationId: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { accountId, organisationId } = actor;
      const own = { id: input.notificationId, accountId, organisationId, channel: 'IN_APP' as const };
      const { id } = await tx.get(Notification, own);
      await tx.manager.update(Notification, { id, status: 'UNREAD' }, { status: 'READ', readAt: tx.now });
      return { notificationId: id };
    });
  }
}
