import type { AccountType } from '#yui/directory';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a run goes to one facility, and the account it went to. */
@Entity()
export class TransferRecord {
  @PrimaryColumn('uuid') runId: string;
  /** In the file, from 1. */
  @PrimaryColumn('integer') position: number;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('text') bankCode: string;
  @Column('text') bankName: string;
  @Column('text') branchCode: string;
  @Column('text') branchName: string;
  @Column('text') accountType: AccountType;
  @Column('text') accountNumber: string;
  @Column('text') accountHolderKana: string;
  @Column('bigint') amountYen: number;
}
