import type { OutboxEvent } from '#yui/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type NotificationChannel = 'MAIL' | 'IN_APP' | 'LETTER';
/** How a letter leaves: as a fax, or by post. */
export const LETTER_WAYS = ['FAX', 'POST'] as const;
export type LetterWay = (typeof LETTER_WAYS)[number];

/**
 * MAIL goes QUEUED, SENDING, SENT; or DROPPED when what it tells has become untrue before it was sent, or FAILED when
 * the mail server refuses it for good. IN_APP goes UNREAD, READ. LETTER goes QUEUED, PRINTED, SENT, or DROPPED.
 */
export type NotificationState = 'QUEUED' | 'SENDING' | 'SENT' | 'DROPPED' | 'FAILED' | 'UNREAD' | 'READ' | 'PRINTED';

/** One thing one person, or by letter one organisation, is told, once, by one channel. */
@Entity()
export class Notification {
  @PrimaryColumn('uuid') id: string;
  /** The event it tells of. */
  @Column('uuid') eventId: string;
  /** The desk whose affair it is; null: nobody's. */
  @Column('uuid', { nullable: true }) deskId: string | null;
  /** The order it is about. */
  @Column('uuid', { nullable: true }) workOrderId: string | null;
  /** Null: a letter, which is for the organisation. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  /** The organisation for whose sake the person is told. */
  @Column('uuid') organisationId: string;
  @Column('text') channel: NotificationChannel;
  /** Name of the event. */
  @Column('text') kind: string;
  /** Of a letter: the ids its event names, to look again whether it is still true; null: no letter. */
  @Column('jsonb', { nullable: true }) payload: OutboxEvent['payload'] | null;
  @Column('text') subject: string;
  @Column('text') body: string;
  /** Path of the page to open; it starts with `/`. */
  @Column('text') link: string;
  /** The paper a mail or a letter carries along. */
  @Column('uuid', { nullable: true }) paperId: string | null;
  /** Mails with the same one go out as one; it is the id of the first of them. */
  @Column('uuid', { nullable: true }) mailId: string | null;
  /** A mail that waits for others to join it: until then; null: it is on its way, or was. */
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('text') status: NotificationState;
  /** A mail that is SENDING: until when no other worker takes it up; null: the next one may. */
  @Column('timestamptz', { nullable: true }) sendingUntil: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  /** A letter: when it was printed last, and by whom. */
  @Column('timestamptz', { nullable: true }) printedAt: Date | null;
  @Column('uuid', { nullable: true }) printedBy: string | null;
  /** A letter: somebody is printing it, and has it alone until then at most; null or past: nobody is. */
  @Column('timestamptz', { nullable: true }) printingUntil: Date | null;
  /** A letter: who of the desk said that it was sent, and how it was. */
  @Column('uuid', { nullable: true }) sentBy: string | null;
  @Column('text', { nullable: true }) sentWay: LetterWay | null;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
