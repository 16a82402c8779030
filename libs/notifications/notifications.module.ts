import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailServer } from './mail-server.js';
import { MailHandler } from './mail.handler.js';
import { MarkNotificationRead } from './mark-notification-read.js';
import { Notification } from './notification.entity.js';
import { NotificationHandler } from './notification.handler.js';
import { NotificationQueries } from './notification.queries.js';

const useCases = [MarkNotificationRead, NotificationQueries];

@Module({
  imports: [TypeOrmModule.forFeature([Notification])],
  providers: [...useCases, NotificationHandler, MailHandler, MailServer],
  exports: useCases,
})
export class NotificationsModule {}
