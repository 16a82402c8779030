import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What one facility gets in one allocation, and why; also one that could do something and gets nothing. Who can do nothing
 * has no row: they are most of the members of a large desk, and the result that is kept with the allocation names them.
 */
@Entity()
export class AllocationShare {
  @PrimaryColumn('uuid') allocationId: string;
  @PrimaryColumn('uuid') facilityId: string;
  @Column('bigint') units: number;
  /** Units the coordinator set by hand. */
  @Column('bigint') pinnedUnits: number;
  @Column('text') reasonCode: string;
  @Column('text') reasonJa: string;
  @Column('text') reasonEn: string;
  @Column('jsonb') facts: object;
}
