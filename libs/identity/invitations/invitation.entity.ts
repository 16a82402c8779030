import type { Role } from '#yui/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What has become of a mail: on its way, taken by the mail server, or refused by it for good. */
export const MAIL_STATES = ['WAITING', 'SENT', 'REFUSED'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export function mailStateOf({ sentAt, refusedAt }: Pick<Invitation, 'sentAt' | 'refusedAt'>): MailState {
  if (refusedAt !== null) return 'REFUSED';
  return sentAt === null ? 'WAITING' : 'SENT';
}

/** A person is asked to take a role. Open until it is accepted or revoked; worthless after it has expired. */
@Entity()
export class Invitation {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text') role: Role;
  @Column('uuid') organisationId: string;
  @Column('uuid') invitedBy: string;
  /** As whom it was sent: that right must still be there when it is accepted. */
  @Column('text') invitingRole: Role;
  @Column('uuid') invitingOrganisationId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  /** When the mail went to the mail server. */
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  /** When the mail server refused the mail for good: the address is wrong, or takes none. */
  @Column('timestamptz', { nullable: true }) refusedAt: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('uuid', { nullable: true }) acceptedBy: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
