import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A bank with its 統一金融機関コード. One that was closed or merged stays, and is not current. */
@Entity()
export class Bank {
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  /** In katakana, without 銀行. */
  @Column('text') kana: string;
  /** Of the list it came with last. */
  @Column('text') edition: string;
  @Column('boolean') isCurrent: boolean;
}
