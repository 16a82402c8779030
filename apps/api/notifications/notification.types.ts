import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Id } from '../graphql/scalars.js';

@ObjectType('Notification', { description: 'One thing the person was told.' })
export class NotificationType {
  @Field(() => Id)
  id: string;

  @Field(() => String, { description: 'Name of the event it tells of.' })
  kind: string;

  @Field(() => String)
  subject: string;

  @Field(() => String)
  body: string;

  @Field(() => String, { description: 'Path of the page to open; it starts with `/`.' })
  link: string;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'Null: not read yet.' })
  readAt: Date | null;
}

@ObjectType('NotificationPage')
export class NotificationPageType {
  @Field(() => [NotificationType], { description: 'The newest first.' })
  items: NotificationType[];

  @Field(() => Int)
  totalItems: number;
}

@InputType()
export class MarkNotificationReadInput {
  @Field(() => Id)
  notificationId: string;
}
