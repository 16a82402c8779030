import { Column, Entity, PrimaryColumn } from 'typeorm';

/** PENDING: in a file, not known to be paid. RETURNED: the bank could not transfer it. CANCELLED: its file was called off. */
export const TRANSFER_OUTCOMES = ['PENDING', 'PAID', 'RETURNED', 'CANCELLED'] as const;
export type TransferOutcome = (typeof TRANSFER_OUTCOMES)[number];

/** A payment notice that is paid by a run, with what was left of it then. Pending in one run at most. */
@Entity()
export class TransferItem {
  @PrimaryColumn('uuid') runId: string;
  @PrimaryColumn('uuid') invoiceId: string;
  /** Of its record in the file. */
  @Column('integer') position: number;
  @Column('uuid') deskId: string;
  @Column('bigint') amountYen: number;
  @Column('text') outcome: TransferOutcome;
}
