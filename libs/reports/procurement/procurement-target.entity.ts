import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeeperKind } from '../recorded/recorded-result.entity.js';

export const TARGET_MEASURES = ['YEN', 'COUNT'] as const;
export type TargetMeasure = (typeof TARGET_MEASURES)[number];
/** 以上 or 超: some governments mean to reach a figure, others to exceed the year before. */
export const COMPARATORS = ['AT_LEAST', 'MORE_THAN'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** 調達目標 of a fiscal year. */
@Entity()
export class ProcurementTarget {
  @PrimaryColumn('uuid') id: string;
  @Column('text') keeperKind: KeeperKind;
  @Column('uuid') keeperId: string;
  /** Whose target it is, in a list of a prefecture; '': of the keeper itself, or of all its area. */
  @Column('text') government: string;
  @Column('integer') fiscalYear: number;
  @Column('text') measure: TargetMeasure;
  @Column('text') comparator: Comparator;
  @Column('bigint') target: number;
  /** The policy that says so. */
  @Column('text') source: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
