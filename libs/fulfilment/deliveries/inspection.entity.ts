import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** REWORK: the facility makes the defective units good. REDUCE: they are taken off its share. */
export const DEFECT_HANDLINGS = ['REWORK', 'REDUCE'] as const;
export type DefectHandling = (typeof DEFECT_HANDLINGS)[number];

/** What the desk found in one delivery. */
@Entity()
export class Inspection {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deliveryId: string;
  @Column('bigint') acceptedUnits: number;
  @Column('bigint') defectUnits: number;
  @Column('text', { nullable: true }) defectHandling: DefectHandling | null;
  @Column('date', { nullable: true }) reworkDueOn: LocalDate | null;
  @Column('text') note: string;
  @Column('timestamptz') inspectedAt: Date;
}
