import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SettlementParty } from '../settlement/settlement-line.entity.js';

/** Money that went from one to another, as the desk was told. Never changed: a slip is reversed. */
@Entity()
export class Payment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('text') payer: SettlementParty;
  @Column('text') payee: Exclude<SettlementParty, 'BUYER'>;
  @Column('uuid') payerId: string;
  @Column('uuid') payeeId: string;
  /** Negative for a reversal. */
  @Column('bigint') amountYen: number;
  @Column('date') paidOn: LocalDate;
  /** The invoice or payment notice it pays; null: a contract. */
  @Column('uuid', { nullable: true }) invoiceId: string | null;
  @Column('text') note: string;
  @Column('uuid', { nullable: true }) reversesId: string | null;
  @Column('timestamptz') recordedAt: Date;
}
