import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link in a mail with which one person answers one offer, once, without signing in. */
@Entity()
export class AnswerLink {
  /** SHA-256 of the token; the token itself is in the mail alone. */
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') deskId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') facilityId: string;
  /** To whom the mail was sent. */
  @Column('uuid') accountId: string;
  /** The terms the mail tells: a yes is a yes to these. */
  @Column('bigint') offeredUnits: number;
  @Column('bigint') unitPriceSen: number;
  @Column('date') dueOn: LocalDate;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
