import type { RecordEnd } from '#yui/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the bank of a desk knows it, and how it wants its files. */
@Entity()
export class TransferClient {
  @PrimaryColumn('uuid') deskId: string;
  /** 委託者コード */
  @Column('text') clientCode: string;
  @Column('text') recordEnd: RecordEnd;
}
