import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A branch of a bank. */
@Entity()
export class BankBranch {
  @PrimaryColumn('text') bankCode: string;
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  /** In katakana, without 支店. */
  @Column('text') kana: string;
  @Column('boolean') isCurrent: boolean;
}
