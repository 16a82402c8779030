import { Inject, Injectable } from '@nestjs/common';
import { type PersonCaller, requireFresh, SecretBox } from '#yui/identity';
import { CONFIG, type Config, UnitOfWork } from '#yui/platform';
import { factOf } from './send-webhook.handler.js';
import { Webhook } from './webhook.entity.js';
import { webhookOwner } from './webhook-input.js';
import { newWebhookSecret } from './webhook-signature.js';

const OVERLAP_MS = 24 * 3_600_000;

/** A new secret. For a day both sign, so that the receiver can change over without missing anything. */
@Injectable()
export class RotateWebhookSecret {
  private readonly box: SecretBox;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'SECRETS_KEY'>,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.box = new SecretBox(config);
  }

  /** @throws ACCESS.NOT_FOUND, SIGN_IN.AGAIN */
  async execute(
    { actor, session }: PersonCaller,
    input: { readonly webhookId: string },
  ): Promise<{ webhookId: string; secret: string }> {
    const { organisationId } = webhookOwner(actor);
    requireFresh(session);
    const secret = newWebhookSecret();
    return this.unitOfWork.run(actor, async (tx) => {
      const webhook = await tx.lock(Webhook, { id: input.webhookId, organisationId });
      await tx.manager.update(
        Webhook,
        { id: webhook.id },
        {
          secret: this.box.seal(secret),
          previousSecret: webhook.secret,
          previousUntil: new Date(tx.now.getTime() + OVERLAP_MS),
        },
      );
      await tx.audit('webhook.rotate', factOf(webhook));
      return { webhookId: webhook.id, secret };
    });
  }
}
