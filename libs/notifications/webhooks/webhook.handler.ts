import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EventHandler, EventHandlers, importOf, type OutboxEvent, type Transaction } from '#yui/platform';
import type { BusinessKind } from '#yui/directory';
import { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WEBHOOK_EVENTS, webhookBody } from './webhook-events.js';

/** A delivery is to be tried. */
export const WEBHOOK_QUEUED = 'webhook.queued';

/** Stores what each webhook of the parties of an event is to be told, once. Of single steps of an import none is told. */
@Injectable()
export class WebhookHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'webhooks';
  readonly events = Object.keys(WEBHOOK_EVENTS);

  constructor(private readonly handlers: EventHandlers) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  async handle(event: OutboxEvent, tx: Transaction): Promise<void> {
    if (importOf(event) !== null) return;
    const kinds = WEBHOOK_EVENTS[event.name] ?? [];
    const parties = (await partiesOf(tx, event)).filter(({ kind }) => kinds.includes(kind));
    if (parties.length === 0) return;
    const webhooks = await tx.manager
      .createQueryBuilder(Webhook, 'webhook')
      .where('webhook.organisationId = ANY(:ids) AND webhook.events @> :event::jsonb', {
        ids: parties.map(({ id }) => id),
        event: JSON.stringify([event.name]),
      })
      .orderBy('webhook.id')
      // One that is let go on meanwhile sends off what waits: it must not miss what is being added here.
      .setLock('pessimistic_read')
      .getMany();
    for (const { id: webhookId, organisationId, status } of webhooks) {
      const id = tx.newId();
      await tx.manager.insert(WebhookDelivery, {
        id,
        webhookId,
        organisationId,
        eventId: event.id,
        type: event.name,
        body: webhookBody(event.name, event.createdAt, event.payload),
        status: 'PENDING',
        attempts: 0,
        nextAt: null,
        createdAt: tx.now,
      });
      if (status === 'ACTIVE') await tx.emit(WEBHOOK_QUEUED, null, { deliveryId: id });
    }
  }
}

interface PartyOfEvent {
  readonly id: string;
  readonly kind: BusinessKind;
}

/** Whom an event concerns. */
async function partiesOf(tx: Transaction, { payload }: OutboxEvent): Promise<PartyOfEvent[]> {
  const id = (name: string) => (typeof payload[name] === 'string' ? payload[name] : null);
  return tx.manager.query<PartyOfEvent[]>(
    `SELECT desk_id AS id, 'DESK' AS kind FROM work_order WHERE id = $1
     UNION SELECT buyer_id, 'BUYER' FROM work_order WHERE id = $1
     UNION SELECT facility_id, 'FACILITY' FROM assignment WHERE id = $2
     UNION SELECT desk_id, 'DESK' FROM invoice WHERE id = $3
     UNION SELECT payer_id, payer FROM invoice WHERE id = $3
     UNION SELECT payee_id, payee FROM invoice WHERE id = $3`,
    [id('workOrderId'), id('assignmentId'), id('invoiceId')],
  );
}
