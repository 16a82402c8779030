import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Three working days before the due date, on it, and the day after. */
export const PACE_STAGES = ['BEFORE', 'DUE', 'AFTER'] as const;
export type PaceStage = (typeof PACE_STAGES)[number];

/** The product looked, once for each stage and date, whether a share will be finished in time. */
@Entity()
export class PaceCheck {
  @PrimaryColumn('uuid') assignmentId: string;
  @PrimaryColumn('text') stage: PaceStage;
  @PrimaryColumn('date') dueOn: LocalDate;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('boolean') isLate: boolean;
  /** Null: nothing was reported, or nothing was done of late. */
  @Column('date', { nullable: true }) forecastOn: LocalDate | null;
  @Column('timestamptz') checkedAt: Date;
}
