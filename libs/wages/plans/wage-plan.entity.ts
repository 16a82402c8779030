import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * 工賃向上計画: how a facility means to raise the wages it pays over some years. A version is never changed; the targets of its
 * years are those of the facility (`WageTarget`).
 */
@Entity()
export class WagePlan {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') facilityId: string;
  /** First and last fiscal year. Plans of one first year are versions of each other. */
  @Column('integer') fromYear: number;
  @Column('integer') toYear: number;
  @Column('integer') version: number;
  @Column('boolean') isLatest: boolean;
  /** 課題: what stands in the way. */
  @Column('text') issues: string;
  @Column('timestamptz') recordedAt: Date;
}
