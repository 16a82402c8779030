import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JournalAccount } from './journal.js';

/** What a desk calls the accounts of its journal; as usual where nothing is set. */
@Entity()
export class JournalSettings {
  @PrimaryColumn('uuid') deskId: string;
  @Column('jsonb') names: Readonly<Partial<Record<JournalAccount, string>>>;
}
