import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * SENT by the desk, RECEIVED by the facility, USED up, RETURNED by the facility, RETURN_RECEIVED by the desk. What was
 * written is never changed; a mistake is put right by the next count.
 */
export const MATERIAL_MOVEMENTS = ['SENT', 'RECEIVED', 'USED', 'RETURNED', 'RETURN_RECEIVED'] as const;
export type MaterialMovementKind = (typeof MATERIAL_MOVEMENTS)[number];

/** So much of a material went one step further. */
@Entity()
export class MaterialMovement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') materialId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('text') kind: MaterialMovementKind;
  @Column('bigint') quantity: number;
  @Column('text') note: string;
  @Column('timestamptz') recordedAt: Date;
}
