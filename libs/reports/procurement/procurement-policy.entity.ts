import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GovernmentLevel, KeeperKind } from '../recorded/recorded-result.entity.js';

/** 調達方針 of a government for a fiscal year. */
@Entity()
export class ProcurementPolicy {
  @PrimaryColumn('uuid') id: string;
  @Column('text') keeperKind: KeeperKind;
  @Column('uuid') keeperId: string;
  /** Its name, in a list of a prefecture; '': the keeper itself. */
  @Column('text') government: string;
  @Column('text', { nullable: true }) level: GovernmentLevel | null;
  @Column('integer') fiscalYear: number;
  /** null: it has said that it has none for the year. */
  @Column('date', { nullable: true }) adoptedOn: LocalDate | null;
  @Column('text') link: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
