import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link in a mail or a letter with which a buyer answers one proposal of its desk without signing in. */
@Entity()
export class AmendmentLink {
  /** SHA-256 of the token; the token itself is in the mail or letter alone. */
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') deskId: string;
  @Column('uuid') amendmentId: string;
  @Column('uuid') buyerId: string;
  /** To whom the mail was sent; null: the link stands in a letter to the buyer. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('timestamptz') createdAt: Date;
  /** When a newer letter to the buyer was printed; null: it works. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
