export { RoleForPath } from './links/role-for-path.js';
export { AudienceQueries, type LiveChange } from './live/audience.queries.js';
export { MarkNotificationRead } from './inbox/mark-notification-read.js';
export { type Notification, type NotificationChannel, type NotificationState } from './inbox/notification.entity.js';
export { NotificationQueries, type Told } from './inbox/notification.queries.js';
export { NotificationsModule } from './notifications.module.js';
export { NOTIFICATIONS_FEATURES } from './notifications.features.js';
