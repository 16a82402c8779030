import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The average monthly wage a facility means to reach in a fiscal year. */
@Entity()
export class WageTarget {
  @PrimaryColumn('uuid') facilityId: string;
  @PrimaryColumn('integer') fiscalYear: number;
  @Column('bigint') monthYen: number;
  @Column('timestamptz') recordedAt: Date;
}
