import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Average wage and target of a facility for one fiscal year, as its registry published them. */
@Entity()
export class RegistryWage {
  @PrimaryColumn('uuid') facilityId: string;
  @PrimaryColumn('integer') fiscalYear: number;
  @Column('bigint', { nullable: true }) monthYen: number | null;
  @Column('bigint', { nullable: true }) hourYen: number | null;
  @Column('bigint', { nullable: true }) targetMonthYen: number | null;
  /** The file and the line of its sheet they were printed in; null: taken over before that was kept. */
  @Column('text', { nullable: true }) sourceFile: string | null;
  @Column('integer', { nullable: true }) sourceRow: number | null;
  /** The account that imported them; null: the product itself. */
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('timestamptz', { nullable: true }) recordedAt: Date | null;
}
