import { feature } from '#yui/platform';
import { ChangeWebhook } from './change-webhook.js';
import { CreateWebhook } from './create-webhook.js';
import { RemoveWebhook } from './remove-webhook.js';
import { RetryWebhooks } from './retry-webhooks.js';
import { RotateWebhookSecret } from './rotate-webhook-secret.js';
import { SendWebhookAgain, TryWebhook } from './send-again.js';
import { SendWebhookHandler } from './send-webhook.handler.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { Webhook } from './webhook.entity.js';
import { WebhookHandler } from './webhook.handler.js';
import { WebhookQueries } from './webhook.queries.js';

export const webhooks = feature({
  entities: [Webhook, WebhookDelivery],
  commands: [ChangeWebhook, CreateWebhook, RemoveWebhook, RotateWebhookSecret, SendWebhookAgain, TryWebhook],
  queries: [WebhookQueries],
  deadlines: [RetryWebhooks],
  parts: [SendWebhookHandler, WebhookHandler],
  retention: {
    // What a paused webhook is promised when it goes on waits longer than the record of what was sent.
    webhook_delivery: `created_at < now() - interval '30 days'
      AND (status <> 'PENDING' OR created_at < now() - interval '1 year')`,
  },
  auditSentences: {
    'webhook.create': { ja: 'Webhookを作りました。', en: 'Made a webhook.' },
    'webhook.change': { ja: 'Webhookを変更しました。', en: 'Changed a webhook.' },
    'webhook.rotate': { ja: 'Webhookの署名の鍵を替えました。', en: 'Replaced the secret of a webhook.' },
    'webhook.try': { ja: 'Webhookを試しに送りました。', en: 'Sent a trial to a webhook.' },
    'webhook.sendAgain': { ja: 'Webhookをもう一度送りました。', en: 'Sent something to a webhook again.' },
    'webhook.remove': { ja: 'Webhookを消しました。', en: 'Removed a webhook.' },
    'webhook.pause': {
      ja: '届かないことが続いたので、Webhookを止めました。',
      en: 'Paused a webhook, because what it is sent to does not answer.',
    },
  },
});
