import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatementLayout } from './read-statement.js';

/** A file of a bank that was imported. */
@Entity()
export class BankStatement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('text') fileName: string;
  @Column('jsonb') headings: readonly string[];
  @Column('jsonb') layout: StatementLayout;
  @Column('timestamptz') importedAt: Date;
}
