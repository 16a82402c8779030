import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#yui/calendar';

/**
 * For how long a facility is of a legal kind that counts for 障害者優先調達推進法, and by what paper. Never changed; only
 * its end is recorded when it comes.
 */
@Entity()
export class FacilityEligibility {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') facilityId: string;
  @Column('text') typeCode: string;
  @Column('date') fromOn: LocalDate;
  /** The last day; null: until further notice. */
  @Column('date', { nullable: true }) untilOn: LocalDate | null;
  /** 指定通知書の番号など: the paper that says so. */
  @Column('text') evidence: string;
  @Column('timestamptz') recordedAt: Date;
}
