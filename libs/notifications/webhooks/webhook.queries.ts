import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accessErrors, type PageOf, type PageRequest, type PersonActor, readPage, UnitOfWork } from '#yui/platform';
import { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { webhookEventsOf } from './webhook-events.js';
import { webhookOwner } from './webhook-input.js';

/** Webhooks of the acting organisation, for its administrators. */
@Injectable()
export class WebhookQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By name; 20 at most. @throws ACCESS.NOT_FOUND */
  async own(actor: PersonActor): Promise<Webhook[]> {
    const { organisationId } = webhookOwner(actor);
    return this.unitOfWork.read(actor, async (db) =>
      db.find(Webhook, { where: { organisationId }, order: { name: 'ASC' } }),
    );
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<Webhook> {
    const { organisationId } = webhookOwner(actor);
    const webhook = await this.unitOfWork.read(actor, async (db) => db.findOneBy(Webhook, { id, organisationId }));
    if (!webhook) throw accessErrors.NOT_FOUND();
    return webhook;
  }

  /** What the acting organisation can be told of. @throws ACCESS.NOT_FOUND */
  events(actor: PersonActor): string[] {
    return webhookEventsOf(webhookOwner(actor).organisationKind);
  }

  /** What a webhook was told, the newest first. @throws ACCESS.NOT_FOUND */
  async deliveries(actor: PersonActor, webhookId: string, page: PageRequest): Promise<PageOf<WebhookDelivery>> {
    const { id } = await this.get(actor, webhookId);
    const rows = (db: EntityManager) =>
      db.createQueryBuilder(WebhookDelivery, 'delivery').where('delivery.webhookId = :id', { id });
    const order = { by: 'delivery.createdAt', kind: 'INSTANT', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, deliveries) => deliveries });
  }

  /** @throws ACCESS.NOT_FOUND */
  async delivery(actor: PersonActor, id: string): Promise<WebhookDelivery> {
    const { organisationId } = webhookOwner(actor);
    const found = await this.unitOfWork.read(actor, async (db) =>
      db.findOneBy(WebhookDelivery, { id, organisationId }),
    );
    if (!found) throw accessErrors.NOT_FOUND();
    return found;
  }
}
