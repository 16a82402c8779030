import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Average wage and target of a facility for one fiscal year, as its registry published them. */
@Entity()
export class RegistryWage {
  @PrimaryColumn('uuid') facilityId: string;
  @PrimaryColumn('integer') fiscalYear: number;
  @Column('bigint', { nullable: true }) monthYen: number | null;
  @Column('bigint', { nullable: true }) hourYen: number | null;
  @Column('bigint', { nullable: true }) targetMonthYen: number | null;
}
