import { Inject, Injectable } from '@nestjs/common';
import { type PersonCaller, requireFresh } from '#yui/identity';
import { CONFIG, type Config, difference, UnitOfWork } from '#yui/platform';
import { factOf } from './send-webhook.handler.js';
import { Webhook, type WebhookState } from './webhook.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { checkEvents, checkUrl, webhookOwner } from './webhook-input.js';

export interface ChangeWebhookInput {
  readonly webhookId: string;
  /** What is omitted stays as it is. */
  readonly url?: string | null;
  readonly events?: readonly string[] | null;
  readonly status?: WebhookState | null;
}

/** Sends a webhook elsewhere, tells it of other things, pauses it or lets it go on: what waited is sent then. */
@Injectable()
export class ChangeWebhook {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'WEBHOOKS_LOCAL'>,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws ACCESS.NOT_FOUND, SIGN_IN.AGAIN before the address is changed; WEBHOOK.*, INPUT.* */
  async execute({ actor, session }: PersonCaller, input: ChangeWebhookInput): Promise<{ webhookId: string }> {
    const { organisationId, organisationKind } = webhookOwner(actor);
    if (typeof input.url === 'string') requireFresh(session);
    const events = input.events ? checkEvents(organisationKind, input.events) : null;
    const url = typeof input.url === 'string' ? await checkUrl(input.url, this.config) : null;
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await tx.lock(Webhook, { id: input.webhookId, organisationId });
      const resumes = input.status === 'ACTIVE' && before.status === 'PAUSED';
      const after = {
        url: url ?? before.url,
        events: events ?? before.events,
        status: input.status ?? before.status,
        ...(resumes ? { failures: 0, failingSince: null } : {}),
      };
      await tx.manager.update(Webhook, { id: before.id }, after);
      if (resumes) {
        await tx.manager.update(WebhookDelivery, { webhookId: before.id, status: 'PENDING' }, { nextAt: tx.now });
      }
      // Where it goes may hold a secret of the receiver: that it changed is said, not what it is.
      const { status } = before;
      const seen = (each: { readonly events: string[]; readonly status: WebhookState }) => ({
        events: each.events,
        status: each.status,
      });
      await tx.audit('webhook.change', factOf(before), {
        ...difference(seen({ ...before, status }), seen(after)),
        isElsewhere: after.url !== before.url,
      });
      return { webhookId: before.id };
    });
  }
}
