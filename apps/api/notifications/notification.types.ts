import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { LetterWay, NotificationChannel, NotificationState } from '#yui/notifications';
import type { Party } from '#yui/orders';
import { enumType, valuesOf } from '../graphql/enums.js';
import type { PageOf } from '#yui/platform';
import { pageType } from '../graphql/page.js';
import { DateTime, Id } from '../graphql/scalars.js';
import { LetterWayEnum } from '../letters/letter.types.js';
import { PartyType } from '../parties/party.types.js';

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

const ToldChannelEnum = enumType(
  'ToldChannel',
  'By which way somebody was told.',
  valuesOf<NotificationChannel>({ MAIL: true, IN_APP: true, LETTER: true }),
);
const ToldStateEnum = enumType(
  'ToldState',
  'QUEUED and SENDING: on its way; a letter: to be printed, or PRINTED. DROPPED: untrue before it was sent. FAILED: the mail server refused it for good.',
  valuesOf<NotificationState>({
    QUEUED: true,
    SENDING: true,
    SENT: true,
    DROPPED: true,
    FAILED: true,
    UNREAD: true,
    READ: true,
    PRINTED: true,
  }),
);

@ObjectType('Told', { description: 'One person who was told one thing of an order.' })
export class ToldType {
  @Field(() => Id, { description: 'Of what was told.' })
  id: string;

  @Field(() => PartyType, { description: 'The organisation for whose sake the person was told.' })
  party: Party;

  @Field(() => String, {
    nullable: true,
    description: 'Null: the desk does not know the name of the person, or it was a letter.',
  })
  person: string | null;

  @Field(() => String, { description: 'Name of the event that was told.' })
  kind: string;

  @Field(() => String, { description: 'What was told, as it was headed.' })
  subject: string;

  @Field(() => ToldChannelEnum, { description: 'By mail, by letter, or in the product.' })
  channel: NotificationChannel;

  @Field(() => DateTime, { description: 'When it was sent, or until then when it was printed or queued.' })
  at: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was read in the product; mails are not watched.' })
  openedAt: Date | null;

  @Field(() => LetterWayEnum, { nullable: true, description: 'How a letter was sent; null: it was not, or is none.' })
  sentWay: LetterWay | null;

  @Field(() => ToldStateEnum, { description: 'What became of it.' })
  state: NotificationState;
}

export const NotificationPageType = pageType('NotificationPage', NotificationType, 'The newest first.');
export type NotificationPageType = PageOf<NotificationType>;

@InputType({ description: 'Which notifications; an omitted field limits nothing.' })
export class NotificationFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'True: only what is not read yet.' })
  isUnread?: boolean | null;
}

@InputType()
export class MarkNotificationReadInput {
  @Field(() => Id)
  notificationId: string;
}
