import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallState } from './call.transitions.js';

/** ALL_CAPABLE: every facility of the desk that offers the work. CHOSEN: those the desk named. */
export const CALL_AUDIENCES = ['ALL_CAPABLE', 'CHOSEN'] as const;
export type CallAudience = (typeof CALL_AUDIENCES)[number];

/** What ended it: its deadline, answers for the whole quantity, or the desk. */
export const CALL_CLOSINGS = ['DEADLINE', 'ENOUGH', 'DESK'] as const;
export type CallClosing = (typeof CALL_CLOSINGS)[number];

/** A question of the desk to many facilities: can you, how many, at what price, by when (募集・一斉照会). */
@Entity()
export class Call {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') workOrderLineId: string;
  /** Null: the line was divided again since, and the call was cancelled. */
  @Column('uuid', { nullable: true }) stepId: string | null;
  @Column('text') status: CallState;
  /** What facilities read of the work, as it was when they were called; nothing of the buyer. */
  @Column('text') title: string;
  @Column('text') workTypeCode: string;
  @Column('text') specification: string;
  @Column('text') audience: CallAudience;
  /** Units asked for, of all facilities together. */
  @Column('bigint') quantity: number;
  /** When facilities would hand over. */
  @Column('date') dueOn: LocalDate;
  @Column('text') note: string;
  @Column('timestamptz') closesAt: Date;
  @Column('boolean') isClosedWhenEnough: boolean;
  @Column('timestamptz', { nullable: true }) remindAt: Date | null;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) closing: CallClosing | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  /** The last allocation made from its answers. */
  @Column('uuid', { nullable: true }) allocationId: string | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}
