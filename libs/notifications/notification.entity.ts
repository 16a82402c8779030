import { Column, Entity, PrimaryColumn } from 'typeorm';

export type NotificationChannel = 'MAIL' | 'IN_APP';
/** MAIL goes QUEUED, SENDING, SENT; IN_APP goes UNREAD, READ. */
export type NotificationState = 'QUEUED' | 'SENDING' | 'SENT' | 'UNREAD' | 'READ';

/** One thing one person is told, once, by one channel. */
@Entity()
export class Notification {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') eventId: string;
  @Column('uuid') accountId: string;
  @Column('text') channel: NotificationChannel;
  @Column('text') kind: string;
  @Column('text') subject: string;
  @Column('text') body: string;
  @Column('text') link: string;
  @Column('text') status: NotificationState;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
