import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link in a mail with which one person answers one call for their facility without signing in, while it lasts. */
@Entity()
export class CallLink {
  /** SHA-256 of the token; the token itself is in the mail alone. */
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') deskId: string;
  @Column('uuid') callId: string;
  @Column('uuid') facilityId: string;
  /** To whom the mail was sent. */
  @Column('uuid') accountId: string;
  @Column('timestamptz') createdAt: Date;
}
