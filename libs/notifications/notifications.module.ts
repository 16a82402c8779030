import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '#yui/identity';
import { AccountMailHandler } from './account-mail.handler.js';
import { RoleForPath } from './links/role-for-path.js';
import { AudienceQueries } from './live/audience.queries.js';
import { MailServer } from './mail-server.js';
import { MailHandler } from './mail.handler.js';
import { MarkNotificationRead } from './mark-notification-read.js';
import { Notification } from './notification.entity.js';
import { NotificationHandler } from './notification.handler.js';
import { NotificationQueries } from './notification.queries.js';
import { PaperAttachment } from './paper-attachment.js';
import { SendGatheredMails } from './send-gathered-mails.js';

const useCases = [MarkNotificationRead, NotificationQueries, AudienceQueries, RoleForPath, SendGatheredMails];

@Module({
  imports: [TypeOrmModule.forFeature([Notification]), IdentityModule],
  providers: [...useCases, NotificationHandler, MailHandler, AccountMailHandler, MailServer, PaperAttachment],
  exports: useCases,
})
export class NotificationsModule {}
