import { Column, Entity, PrimaryColumn } from 'typeorm';

export type NotificationChannel = 'MAIL' | 'IN_APP';
/**
 * MAIL goes QUEUED, SENDING, SENT; or DROPPED when what it tells has become untrue before it was sent, or FAILED when
 * the mail server refuses it for good. IN_APP goes UNREAD, READ.
 */
export type NotificationState = 'QUEUED' | 'SENDING' | 'SENT' | 'DROPPED' | 'FAILED' | 'UNREAD' | 'READ';

/** One thing one person is told, once, by one channel. */
@Entity()
export class Notification {
  @PrimaryColumn('uuid') id: string;
  /** The event it tells of. */
  @Column('uuid') eventId: string;
  /** The desk whose affair it is; null: nobody's. */
  @Column('uuid', { nullable: true }) deskId: string | null;
  /** The order it is about. */
  @Column('uuid', { nullable: true }) workOrderId: string | null;
  @Column('uuid') accountId: string;
  /** The organisation for whose sake the person is told. */
  @Column('uuid') organisationId: string;
  @Column('text') channel: NotificationChannel;
  /** Name of the event. */
  @Column('text') kind: string;
  @Column('text') subject: string;
  @Column('text') body: string;
  /** Path of the page to open; it starts with `/`. */
  @Column('text') link: string;
  /** The paper a mail carries along. */
  @Column('uuid', { nullable: true }) paperId: string | null;
  /** Mails with the same one go out as one; it is the id of the first of them. */
  @Column('uuid', { nullable: true }) letterId: string | null;
  /** A mail that waits for others to join it: until then; null: it is on its way, or was. */
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('text') status: NotificationState;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
