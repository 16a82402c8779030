import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a facility was reminded of a return: once before it is due, and once after. */
@Entity()
export class WageReminder {
  @PrimaryColumn('uuid') facilityId: string;
  @PrimaryColumn('integer') fiscalYear: number;
  @PrimaryColumn('text') stage: 'BEFORE' | 'AFTER';
  @Column('timestamptz') sentAt: Date;
}
