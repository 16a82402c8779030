import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JournalAccount } from './journal.js';

/** What a desk calls the accounts of its journal. */
@Entity()
export class JournalSettings {
  @PrimaryColumn('uuid') deskId: string;
  @Column('jsonb') names: Readonly<Record<JournalAccount, string>>;
}
