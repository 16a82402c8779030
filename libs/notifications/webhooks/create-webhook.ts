import { Inject, Injectable } from '@nestjs/common';
import { type PersonCaller, requireFresh, SecretBox } from '#yui/identity';
import { checkFields, CONFIG, type Config, UnitOfWork } from '#yui/platform';
import { factOf } from './send-webhook.handler.js';
import { Webhook } from './webhook.entity.js';
import { checkEvents, checkName, checkUrl, webhookOwner } from './webhook-input.js';
import { newWebhookSecret } from './webhook-signature.js';
import { webhookErrors } from './webhook.errors.js';

const MAX_WEBHOOKS = 20;

export interface CreateWebhookInput {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
}

/** Tells a program of the acting organisation of what happens. Its secret is shown once, so a retry makes no second one. */
@Injectable()
export class CreateWebhook {
  private readonly box: SecretBox;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'WEBHOOKS_LOCAL' | 'SECRETS_KEY'>,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.box = new SecretBox(config);
  }

  /** @throws ACCESS.NOT_FOUND unless the actor administers it; SIGN_IN.AGAIN, WEBHOOK.*, INPUT.* */
  async execute(
    { actor, session }: PersonCaller,
    input: CreateWebhookInput,
  ): Promise<{ webhookId: string; secret: string }> {
    const owner = webhookOwner(actor);
    requireFresh(session);
    const { name, events } = checkFields({
      name: () => checkName(input.name),
      events: () => checkEvents(owner.organisationKind, input.events),
    });
    const url = await checkUrl(input.url, this.config);
    const secret = newWebhookSecret();
    return this.unitOfWork.run(actor, async (tx) => {
      const { organisationId } = owner;
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`webhooks ${organisationId}`]);
      const own = await tx.manager.findBy(Webhook, { organisationId });
      if (own.some((each) => each.name === name)) throw webhookErrors.NAME_TAKEN().at('name');
      if (own.length >= MAX_WEBHOOKS) throw webhookErrors.TOO_MANY({ most: MAX_WEBHOOKS });
      const webhook: Webhook = {
        id: tx.newId(),
        ...owner,
        name,
        url,
        events,
        secret: this.box.seal(secret),
        previousSecret: null,
        previousUntil: null,
        status: 'ACTIVE',
        failures: 0,
        failingSince: null,
        createdBy: actor.accountId,
        createdAt: tx.now,
      };
      await tx.manager.insert(Webhook, webhook);
      await tx.audit('webhook.create', factOf(webhook), { events });
      return { webhookId: webhook.id, secret };
    });
  }
}
