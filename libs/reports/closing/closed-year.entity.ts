import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeeperKind } from '../recorded/recorded-result.entity.js';

/** Which report of a year is closed: what desks brought about, or what governments bought. */
export const CLOSED_REPORTS = ['JOINT_ORDERS', 'PROCUREMENT'] as const;
export type ClosedReport = (typeof CLOSED_REPORTS)[number];

/** That a report of a fiscal year was closed as it stood. Nobody is kept from correcting; what changes is told. */
@Entity()
export class ClosedYear {
  @PrimaryColumn('uuid') id: string;
  @Column('text') keeperKind: KeeperKind;
  @Column('uuid') keeperId: string;
  @Column('text') report: ClosedReport;
  @Column('integer') fiscalYear: number;
  /** A year may be closed again. */
  @Column('integer') version: number;
  @Column('text') note: string;
  @Column('uuid') closedBy: string;
  @Column('timestamptz') closedAt: Date;
}
