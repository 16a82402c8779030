import { Injectable } from '@nestjs/common';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { factOf } from './send-webhook.handler.js';
import { Webhook } from './webhook.entity.js';
import { webhookOwner } from './webhook-input.js';

/** Ends a webhook, with the log of its deliveries. */
@Injectable()
export class RemoveWebhook {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, input: { readonly webhookId: string }): Promise<{ webhookId: string }> {
    const { organisationId } = webhookOwner(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const webhook = await tx.lock(Webhook, { id: input.webhookId, organisationId });
      await tx.manager.delete(Webhook, { id: webhook.id });
      await tx.audit('webhook.remove', factOf(webhook));
      return { webhookId: webhook.id };
    });
  }
}
