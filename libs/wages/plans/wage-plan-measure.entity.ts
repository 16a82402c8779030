import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is to be done in a year of a plan, and who sees to it. */
@Entity()
export class WagePlanMeasure {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') wagePlanId: string;
  @Column('integer') position: number;
  @Column('integer') fiscalYear: number;
  @Column('text') measure: string;
  /** A part or a role, such as 生産活動担当; may be empty. */
  @Column('text') responsible: string;
}
