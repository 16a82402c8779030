import { feature } from '#yui/platform';
import { AccountMailHandler } from './account-mail.handler.js';
import { RoleForPath } from './links/role-for-path.js';
import { AudienceQueries } from './live/audience.queries.js';
import { MailServer } from './mail-server.js';
import { MailHandler } from './mail.handler.js';
import { MarkNotificationRead } from './inbox/mark-notification-read.js';
import { Notification } from './inbox/notification.entity.js';
import { NotificationHandler } from './notification.handler.js';
import { NotificationQueries } from './inbox/notification.queries.js';
import { PaperAttachment } from './attachments/paper-attachment.js';
import { SendGatheredMails } from './send-gathered-mails.js';

export const notifications = feature({
  entities: [Notification],
  commands: [MarkNotificationRead],
  queries: [NotificationQueries, AudienceQueries, RoleForPath],
  deadlines: [SendGatheredMails],
  // Orders, papers and the audit tell what happened for as long as the law asks.
  retention: {
    notification: `created_at < now() - interval '1 year'`,
  },
  parts: [NotificationHandler, MailHandler, AccountMailHandler, MailServer, PaperAttachment],
});
