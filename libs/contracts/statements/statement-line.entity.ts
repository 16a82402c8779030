import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money that came in at the bank. */
@Entity()
export class StatementLine {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') statementId: string;
  @Column('text') lineKey: string;
  @Column('date') paidOn: LocalDate;
  @Column('text') payerName: string;
  @Column('bigint') amountYen: number;
  /** What of it was recorded as payment. */
  @Column('bigint') settledYen: number;
  /** Why it is no payment of an invoice; null: it is, or nobody has said. */
  @Column('text', { nullable: true }) setAsideReason: string | null;
}
