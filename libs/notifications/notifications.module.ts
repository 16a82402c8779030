import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { IdentityModule } from '#yui/identity';
import { NOTIFICATIONS_FEATURES } from './notifications.features.js';

@Module(moduleOf(NOTIFICATIONS_FEATURES, [IdentityModule]))
export class NotificationsModule {}
