import { Injectable } from '@nestjs/common';
import { type Page, type PageOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { Notification } from './notification.entity.js';

/** What the acting person was told in the product itself, for the organisation they act for. */
@Injectable()
export class NotificationQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Newest first. */
  async page(actor: PersonActor, filter: { isUnread?: boolean | null }, page: Page): Promise<PageOf<Notification>> {
    const [items, totalItems] = await this.unitOfWork.read(actor, async (db) =>
      db.findAndCount(Notification, {
        where: { ...ownInApp(actor), ...(filter.isUnread ? { status: 'UNREAD' } : {}) },
        order: { createdAt: 'DESC', id: 'DESC' },
        skip: page.skip,
        take: page.take,
      }),
    );
    return { items, totalItems };
  }

  async countUnread(actor: PersonActor): Promise<number> {
    return this.unitOfWork.read(actor, async (db) =>
      db.countBy(Notification, { ...ownInApp(actor), status: 'UNREAD' }),
    );
  }
}

function ownInApp(actor: PersonActor) {
  return { accountId: actor.accountId, organisationId: actor.organisationId, channel: 'IN_APP' as const };
}
