export { tellBroughtAlong } from './messages/brought-along-messages.js';
export { RoleForPath } from './links/role-for-path.js';
export { AudienceQueries, type LiveChange } from './live/audience.queries.js';
export {
  LETTER_STATES,
  LetterQueries,
  type LetterPartyView,
  type LetterState,
  type LetterView,
} from './letters/letter.queries.js';
export { MarkLettersSent } from './letters/mark-letters-sent.js';
export { PrintLetters } from './letters/print-letters.js';
export { SetLetterParty } from './letters/set-letter-party.js';
export { MarkNotificationRead } from './inbox/mark-notification-read.js';
export {
  LETTER_WAYS,
  type LetterWay,
  type Notification,
  type NotificationChannel,
  type NotificationState,
} from './inbox/notification.entity.js';
export { NotificationQueries, type Told } from './inbox/notification.queries.js';
export { CHANGE_KINDS, type ChangeKind } from './changes/change.entity.js';
export { ChangeQueries } from './changes/change.queries.js';
export { ChangeWebhook } from './webhooks/change-webhook.js';
export { CreateWebhook } from './webhooks/create-webhook.js';
export { RemoveWebhook } from './webhooks/remove-webhook.js';
export { RotateWebhookSecret } from './webhooks/rotate-webhook-secret.js';
export { SendWebhookAgain, TryWebhook } from './webhooks/send-again.js';
export {
  DELIVERY_FAULTS,
  DELIVERY_STATES,
  type DeliveryFault,
  type DeliveryState,
} from './webhooks/webhook-delivery.entity.js';
export { WEBHOOK_STATES, type WebhookState } from './webhooks/webhook.entity.js';
export { WebhookQueries } from './webhooks/webhook.queries.js';
export { NotificationsModule } from './notifications.module.js';
export { NOTIFICATIONS_FEATURES } from './notifications.features.js';
