export { RoleForPath } from './links/role-for-path.js';
export { AudienceQueries, type LiveChange } from './live/audience.queries.js';
export { MarkNotificationRead } from './mark-notification-read.js';
export { type Notification, type NotificationChannel, type NotificationState } from './notification.entity.js';
export { NotificationQueries, type Told } from './notification.queries.js';
export { SendGatheredMails } from './send-gathered-mails.js';
export { NotificationsModule } from './notifications.module.js';
export { NOTIFICATIONS_FEATURES } from './notifications.features.js';
