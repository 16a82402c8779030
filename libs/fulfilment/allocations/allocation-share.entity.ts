import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one facility gets in one allocation, and why. Facilities that get nothing have a row too. */
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
