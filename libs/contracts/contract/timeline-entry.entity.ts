import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MilestoneKind } from './contract-milestone.entity.js';

/** A step of the contract's life by its action (`STEP_FULFIL`), or something else that happened to it. */
export const TIMELINE_KINDS = [
  'STEP_INTRODUCE',
  'STEP_DRAFT',
  'STEP_ISSUE',
  'STEP_REDRAFT',
  'STEP_REISSUE',
  'STEP_CONCLUDE',
  'STEP_RECORD_PAPER_RETURNED',
  'STEP_FULFIL',
  'STEP_SETTLE',
  'STEP_REOPEN',
  'STEP_TERMINATE',
  'STEP_REPORT_NEGOTIATION',
  'STEP_REPORT_CONCLUDED',
  'STEP_REPORT_NOT_CONCLUDED',
  'STEP_LAPSE',
  'MILESTONE_NEAR',
  'MILESTONE_TODAY',
  'MILESTONE_OVERDUE',
  'BOOKED',
  'CORRECTED',
  'INVOICED',
  'REDUCED',
  'PAID',
  'REPAID',
  'PAYMENT_REVERSED',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One thing that happened to a contract. Never changed. */
@Entity()
export class TimelineEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') contractId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('timestamptz') at: Date;
  @Column('text') kind: TimelineKind;
  /** The milestone it is about. */
  @Column('text', { nullable: true }) milestone: MilestoneKind | null;
  @Column('date', { nullable: true }) onDate: LocalDate | null;
  /** With tax. */
  @Column('bigint', { nullable: true }) amountYen: number | null;
  @Column('text') note: string;
}
