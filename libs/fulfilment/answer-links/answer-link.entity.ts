import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link in a mail or a letter with which one offer is answered, once, without signing in. */
@Entity()
export class AnswerLink {
  /** SHA-256 of the token; the token itself is in the mail or letter alone. */
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') deskId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') facilityId: string;
  /** To whom the mail was sent; null: the link stands in a letter to the facility. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  /** The terms the mail tells: a yes is a yes to these. */
  @Column('bigint') offeredUnits: number;
  @Column('bigint') unitPriceSen: number;
  @Column('date') dueOn: LocalDate;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  /** When a newer letter was printed: it does not work any more; null: it does. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
