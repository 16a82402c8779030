import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a contract waits for, in the order in which it comes. CORRECTION: what an invoice or payment notice says is not owed
 * any more. REPAYMENT: more was paid than is owed.
 */
export const MILESTONE_KINDS = [
  'PAPER_RETURN',
  'DELIVERY',
  'ACCEPTANCE',
  'INVOICE',
  'PAYMENT',
  'CORRECTION',
  'REPAYMENT',
  'OUTCOME_REPORT',
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

export const MILESTONE_STATES = ['OPEN', 'REACHED', 'DROPPED'] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

/** When people are reminded of it: before the day, on it, after it. */
export const MILESTONE_STAGES = ['NEAR', 'TODAY', 'OVERDUE'] as const;
export type MilestoneStage = (typeof MILESTONE_STAGES)[number];

/** Something that has to happen by a day. Worked out again after everything that happens to the order. */
@Entity()
export class ContractMilestone {
  @PrimaryColumn('uuid') contractId: string;
  @PrimaryColumn('text') kind: MilestoneKind;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('date') dueOn: LocalDate;
  @Column('text') status: MilestoneState;
  @Column('date', { nullable: true }) reachedOn: LocalDate | null;
  /** How many of its three reminders (before, on the day, after it) have been dealt with. */
  @Column('integer') notices: number;
  /** When the next one is due; null: none is. */
  @Column('date', { nullable: true }) noticeOn: LocalDate | null;
  /** The day of the last; what is noticed of one order on one day is told together. */
  @Column('date', { nullable: true }) noticedOn: LocalDate | null;
}

/** What the last reminder was about. */
export function stageOf({ notices }: Pick<ContractMilestone, 'notices'>): MilestoneStage {
  return MILESTONE_STAGES[notices - 1] ?? 'OVERDUE';
}
