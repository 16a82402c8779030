export { MarkNotificationRead } from './mark-notification-read.js';
export { type Notification, type NotificationChannel, type NotificationState } from './notification.entity.js';
export { NotificationQueries } from './notification.queries.js';
export { NotificationsModule } from './notifications.module.js';
