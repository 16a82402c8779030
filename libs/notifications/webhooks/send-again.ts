import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { factOf } from './send-webhook.handler.js';
import { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { TRIAL, webhookBody } from './webhook-events.js';
import { webhookOwner } from './webhook-input.js';
import { WEBHOOK_QUEUED } from './webhook.handler.js';

/** Sends a trial: the receiver can be tried out before anything happens. */
@Injectable()
export class TryWebhook {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, input: { readonly webhookId: string }): Promise<{ webhookDeliveryId: string }> {
    const { organisationId } = webhookOwner(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const webhook = await tx.get(Webhook, { id: input.webhookId, organisationId });
      const id = tx.newId();
      await tx.manager.insert(WebhookDelivery, {
        id,
        webhookId: webhook.id,
        organisationId,
        eventId: null,
        type: TRIAL,
        body: webhookBody(TRIAL, tx.now, {}),
        status: 'PENDING',
        attempts: 0,
        nextAt: null,
        createdAt: tx.now,
      });
      await tx.audit('webhook.try', factOf(webhook));
      if (webhook.status === 'ACTIVE') await tx.emit(WEBHOOK_QUEUED, null, { deliveryId: id });
      return { webhookDeliveryId: id };
    });
  }
}

/** Sends a delivery again that was tried to the end, or taken and lost by the receiver: under the same id. */
@Injectable()
export class SendWebhookAgain {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND; also while it is still being tried */
  async execute(
    actor: PersonActor,
    input: { readonly webhookDeliveryId: string },
  ): Promise<{ webhookDeliveryId: string }> {
    const { organisationId } = webhookOwner(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const { id, webhookId, type } = await tx.lock(
        WebhookDelivery,
        (['FAILED', 'DELIVERED'] as const).map((status) => ({ id: input.webhookDeliveryId, organisationId, status })),
      );
      await tx.manager.update(WebhookDelivery, { id }, { status: 'PENDING', attempts: 0, nextAt: tx.now });
      await tx.audit('webhook.sendAgain', factOf(await tx.get(Webhook, { id: webhookId })), { type });
      return { webhookDeliveryId: id };
    });
  }
}
