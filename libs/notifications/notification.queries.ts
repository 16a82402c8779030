import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Page, type PageOf, type PersonActor } from '#yui/platform';
import { Notification } from './notification.entity.js';

/** What the acting person was told in the product itself, for the organisation they act for. */
@Injectable()
export class NotificationQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async page(actor: PersonActor, filter: { isUnread?: boolean | null }, page: Page): Promise<PageOf<Notification>> {
    const [items, totalItems] = await this.dataSource.manager.findAndCount(Notification, {
      where: { ...ownInApp(actor), ...(filter.isUnread ? { status: 'UNREAD' } : {}) },
      order: { createdAt: 'DESC', id: 'DESC' },
      skip: page.skip,
      take: page.take,
    });
    return { items, totalItems };
  }

  async countUnread(actor: PersonActor): Promise<number> {
    return this.dataSource.manager.countBy(Notification, { ...ownInApp(actor), status: 'UNREAD' });
  }
}

function ownInApp(actor: PersonActor) {
  return { accountId: actor.accountId, organisationId: actor.organisationId, channel: 'IN_APP' as const };
}
