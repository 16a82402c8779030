import type { LoadFacts } from './load-facts.js';
import { message, type MessageKind } from './message.js';
import { fact } from './phrases.js';
import { WEBHOOK_PAUSED } from '../webhooks/send-webhook.handler.js';
import { Webhook } from '../webhooks/webhook.entity.js';

interface WebhookFacts {
  /** Null: removed in the meantime. */
  readonly webhook: Webhook | null;
}

export const loadWebhookFacts: LoadFacts<WebhookFacts> = async (manager, payload) => ({
  webhook: await manager.findOneBy(Webhook, { id: String(payload.webhookId) }),
});

/** The owner of a webhook is told when nothing arrives any more. */
export const webhookMessages = {
  [WEBHOOK_PAUSED]: {
    isStillTrue: ({ webhook }) => webhook?.status === 'PAUSED',
    messages: ({ webhook }) =>
      webhook === null
        ? []
        : [
            message(
              { organisationId: webhook.organisationId, path: '/account' },
              {
                subject: `Webhookを止めました：${webhook.name}`,
                paragraphs: [
                  [fact('Webhook', webhook.name)],
                  '送り先が応答しないことが続いたので、送るのを止めました。受け取るプログラムを直してから、アカウントのページで再開してください。止まっている間の出来事は1年までためておき、再開すると送られます。',
                ],
                english: `The webhook ${webhook.name} is paused: what it is sent to does not answer. Let it go on from the account page; what happened meanwhile, for up to a year, is sent then.`,
              },
            ),
          ],
  },
} satisfies Record<string, MessageKind<WebhookFacts>>;
