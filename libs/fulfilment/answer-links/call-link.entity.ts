import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link in a mail or a letter with which a facility answers one call without signing in, while it lasts. */
@Entity()
export class CallLink {
  /** SHA-256 of the token; the token itself is in the mail or letter alone. */
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') deskId: string;
  @Column('uuid') callId: string;
  @Column('uuid') facilityId: string;
  /** To whom the mail was sent; null: the link stands in a letter to the facility. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('timestamptz') createdAt: Date;
  /** When a newer letter was printed: it does not work any more; null: it does. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
