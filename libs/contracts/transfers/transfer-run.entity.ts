import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TransferRunState } from './transfer-run.transitions.js';

/** 振込データ: payments to facilities that went into one file for the bank of the desk. The file is never changed. */
@Entity()
export class TransferRun {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('text') status: TransferRunState;
  @Column('date') transferOn: LocalDate;
  @Column('integer') recordCount: number;
  @Column('bigint') totalYen: number;
  @Column('bytea', { select: false }) file: Buffer;
  @Column('text') sha256: string;
  @Column('uuid') madeBy: string;
  @Column('timestamptz') madeAt: Date;
  /** When the bank had carried it out, or it was called off. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text') cancelReason: string;
}
