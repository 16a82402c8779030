import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssignmentState } from './assignment.transitions.js';

/** One facility's share of a step of a line, once it is to be sent to the facility. */
@Entity()
export class Assignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') workOrderLineId: string;
  @Column('uuid') stepId: string;
  @Column('uuid') allocationId: string;
  @Column('uuid') facilityId: string;
  @Column('text') status: AssignmentState;
  @Column('bigint') offeredUnits: number;
  /** What the facility said yes to; null before it answered and when it said no. */
  @Column('bigint', { nullable: true }) acceptedUnits: number | null;
  /** Defective units that were not made good: taken off what is paid. */
  @Column('bigint') reducedUnits: number;
  @Column('bigint') unitPriceSen: number;
  @Column('integer') secondsPerUnit: number;
  /** When the facility hands over; earlier than the buyer's date. */
  @Column('date') dueOn: LocalDate;
  @Column('timestamptz', { nullable: true }) answerBy: Date | null;
  @Column('timestamptz', { nullable: true }) remindAt: Date | null;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  /** The day until which the facility asks for time to answer, and why; null: it does not, or the desk has decided. */
  @Column('date', { nullable: true }) extensionUntil: LocalDate | null;
  @Column('text', { nullable: true }) extensionReason: string | null;
  /** Why the desk cannot give it that time; null: it did, or was not asked. */
  @Column('text', { nullable: true }) extensionRefusal: string | null;
  /** Until when the facility may take its answer back; null: never, or not any more. */
  @Column('timestamptz', { nullable: true }) undoUntil: Date | null;
  @Column('text', { nullable: true }) answerReason: string | null;
  /** What a facility asks for in place of `dueOn` and `unitPriceSen`, until the desk has decided. */
  @Column('date', { nullable: true }) proposedDueOn: LocalDate | null;
  @Column('bigint', { nullable: true }) proposedUnitPriceSen: number | null;
  /** Units it gave back after it had said yes to them; `acceptedUnits` is without them. */
  @Column('bigint', { default: 0 }) handedBackUnits: number;
  /** While it is to stop and has not said what is done: when it is reminded, then when the desk is told. */
  @Column('date', { nullable: true }) stopRemindOn: LocalDate | null;
  @Column('date', { nullable: true }) stopRemindedOn: LocalDate | null;
  @Column('bigint') doneUnits: number;
  @Column('timestamptz') createdAt: Date;
}
