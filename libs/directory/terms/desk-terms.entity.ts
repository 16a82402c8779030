import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a desk agrees on with the facilities it passes work to, unless an order says otherwise. */
@Entity()
export class DeskTerms {
  @PrimaryColumn('uuid') deskId: string;
  /** Of the corporation that runs the desk: whether the subcontract law applies hangs on it. null: not stated. */
  @Column('bigint', { nullable: true }) capitalYen: number | null;
  @Column('integer', { nullable: true }) employeeCount: number | null;
  @Column('text', { nullable: true }) subcontractExemption: string | null;
  /** Where facilities hand the work over; empty: not stated. */
  @Column('text') receiptPlace: string;
  /** Days after receipt within which the desk inspects. */
  @Column('integer') inspectionDays: number;
  /** Work received until this day of a month is paid together; 31: until its end. */
  @Column('integer') closingDay: number;
  /** So many months after that of the closing day … */
  @Column('integer') paymentMonths: number;
  /** … on this day of the month; 31: its last. */
  @Column('integer') paymentDay: number;
  @Column('text') paymentMethod: string;
  /** 電子記録債権 and the like; null: money only. */
  @Column('text', { nullable: true }) nonCash: string | null;
  /** Days a signed paper may take to come back. */
  @Column('integer') paperReturnDays: number;
}
