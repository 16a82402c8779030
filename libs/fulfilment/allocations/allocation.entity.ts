import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AllocationState = 'APPROVED' | 'REPLACED';

/** A split of one step of a line over facilities that the desk approved, with all that is needed to compute it again. */
@Entity()
export class Allocation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workOrderLineId: string;
  @Column('uuid') stepId: string;
  @Column('integer') version: number;
  @Column('text') status: AllocationState;
  /** What was to be split: the line's quantity less what facilities had committed to before. */
  @Column('bigint') quantity: number;
  @Column('bigint') placed: number;
  @Column('bigint') unplaced: number;
  @Column('text') engineVersion: string;
  @Column('jsonb') snapshot: object;
  @Column('text') snapshotHash: string;
  @Column('jsonb') result: object;
  /** What the coordinator set differently from the desk, with the reasons. */
  @Column('jsonb') options: object;
  @Column('uuid') plannedBy: string;
  @Column('timestamptz') plannedAt: Date;
}
