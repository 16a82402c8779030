import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * COUNT: too many or too few in a pack. MISSING: a part is not there. POSITION: out of place, crooked. SEAL: badly closed
 * or glued. FOREIGN: something is in it that does not belong there.
 */
export const DEFECT_KINDS = [
  'COUNT',
  'MISSING',
  'DIRT',
  'DAMAGE',
  'POSITION',
  'SEAL',
  'PRINT',
  'SIZE',
  'FOREIGN',
  'OTHER',
] as const;
export type DefectKind = (typeof DEFECT_KINDS)[number];

/** How many of the defective units of one inspection have what is wrong with them. */
@Entity()
export class InspectionDefect {
  @PrimaryColumn('uuid') inspectionId: string;
  @PrimaryColumn('text') kind: DefectKind;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('bigint') units: number;
  @Column('text') note: string;
}
