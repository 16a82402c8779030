import { feature } from './features/feature.js';

/** What the platform itself keeps. */
export const platform = feature({
  auditSentences: {
    retryEvent: { ja: '止めてあった処理をやり直しました。', en: 'Let something go again that had been set aside.' },
  },
  retention: {
    idempotency_key: `created_at < now() - interval '7 days'`,
    // Inbox entries go with their event. Events that were given up are kept.
    outbox_event: `acknowledged_at < now() - interval '30 days'`,
    rate_limit: `full_at < now() - interval '1 hour'`,
    audit_origin: `at < now() - interval '180 days'`,
  },
});
