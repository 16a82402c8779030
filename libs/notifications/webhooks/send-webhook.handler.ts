import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SecretBox } from '#yui/identity';
import {
  CONFIG,
  type Config,
  type EventHandler,
  EventHandlers,
  type OutboxEvent,
  SYSTEM,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { isToBePaused, nextAttemptAt } from './delivery-plan.js';
import { type PostOutcome, postWebhook } from './post-webhook.js';
import { Webhook } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WEBHOOK_QUEUED } from './webhook.handler.js';
import { webhookHeaders } from './webhook-signature.js';

/** A webhook was paused because what it is sent to does not answer. */
export const WEBHOOK_PAUSED = 'webhook.paused';

/**
 * One attempt of one delivery. The receiver is asked outside any transaction, and what came of it is recorded after: a crash
 * between the two sends the same again, under the same id.
 */
@Injectable()
export class SendWebhookHandler implements EventHandler, OnModuleInit {
  readonly consumer = 'send-webhook';
  readonly events = [WEBHOOK_QUEUED];
  readonly lane = 'webhooks';
  private readonly box: SecretBox;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'WEBHOOKS_LOCAL' | 'SECRETS_KEY'>,
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: EventHandlers,
  ) {
    this.box = new SecretBox(config);
  }

  onModuleInit(): void {
    this.handlers.add(this);
  }

  async before(event: OutboxEvent): Promise<void> {
    const deliveryId = String(event.payload.deliveryId);
    const due = await this.unitOfWork.run(SYSTEM, async (tx) => dueNow(tx, deliveryId));
    if (!due) return;
    const { delivery, webhook, now } = due;
    const isPreviousGood = webhook.previousUntil !== null && webhook.previousUntil > now;
    const secrets = [webhook.secret, ...(isPreviousGood && webhook.previousSecret ? [webhook.previousSecret] : [])];
    // Real time, as the receiver has it.
    const headers = webhookHeaders(
      delivery,
      secrets.map((sealed) => this.box.open(sealed)),
      Date.now(),
    );
    const reach = { isLocalAllowed: this.config.WEBHOOKS_LOCAL };
    const outcome = await postWebhook(webhook.url, headers, delivery.body, reach);
    await this.unitOfWork.run(SYSTEM, async (tx) => record(tx, deliveryId, outcome));
  }

  async handle(): Promise<void> {
    // All of it lies outside, and was recorded with what came of it.
  }
}

async function dueNow(
  tx: Transaction,
  deliveryId: string,
): Promise<{ delivery: WebhookDelivery; webhook: Webhook; now: Date } | null> {
  const delivery = await tx.manager.findOneBy(WebhookDelivery, { id: deliveryId, status: 'PENDING' });
  const webhook = delivery && (await tx.manager.findOneBy(Webhook, { id: delivery.webhookId, status: 'ACTIVE' }));
  return webhook ? { delivery, webhook, now: tx.now } : null;
}

async function record(tx: Transaction, deliveryId: string, outcome: PostOutcome): Promise<void> {
  const found = await tx.manager.findOneBy(WebhookDelivery, { id: deliveryId });
  // Removed with its webhook, or recorded by a worker that came before.
  if (!found) return;
  // The webhook before its deliveries, as those lock who pause it or let it go on.
  const webhook = await tx.manager.findOne(Webhook, {
    where: { id: found.webhookId },
    lock: { mode: 'pessimistic_write' },
  });
  const delivery = await tx.manager.findOne(WebhookDelivery, {
    where: { id: deliveryId, status: 'PENDING' },
    lock: { mode: 'pessimistic_write' },
  });
  if (!webhook || !delivery) return;
  const attempts = delivery.attempts + 1;
  const { fault, responseStatus, responseText } = outcome;
  const nextAt = fault === null ? null : nextAttemptAt(attempts, tx.now);
  const status = fault === null ? 'DELIVERED' : nextAt === null ? 'FAILED' : 'PENDING';
  const tried = { attempts, status, nextAt, lastAttemptAt: tx.now, fault, responseStatus, responseText } as const;
  await tx.manager.update(WebhookDelivery, { id: deliveryId }, tried);
  if (fault === null) {
    if (webhook.failures > 0) await tx.manager.update(Webhook, { id: webhook.id }, { failures: 0, failingSince: null });
    return;
  }
  const failures = webhook.failures + 1;
  const failingSince = webhook.failingSince ?? tx.now;
  const isLastAttempt = nextAt === null;
  const pauses =
    webhook.status === 'ACTIVE' && isToBePaused({ responseStatus, isLastAttempt, failures, failingSince, now: tx.now });
  const state = pauses ? { status: 'PAUSED' as const } : {};
  await tx.manager.update(Webhook, { id: webhook.id }, { failures, failingSince, ...state });
  if (!pauses) return;
  await tx.audit('webhook.pause', factOf(webhook), { failures, fault, responseStatus });
  await tx.emit(WEBHOOK_PAUSED, null, { webhookId: webhook.id });
}

/** What the audit says a webhook belongs to. */
export function factOf({ id, organisationId, organisationKind }: Webhook) {
  const deskId = organisationKind === 'DESK' ? organisationId : null;
  return { deskId, subjectType: 'Webhook', subjectId: id };
}
