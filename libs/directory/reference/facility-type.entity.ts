import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A legal kind of facility. */
@Entity()
export class FacilityType {
  @PrimaryColumn('text') code: string;
  @Column('text') nameJa: string;
  @Column('text') nameEn: string;
  /** Counts for 障害者優先調達推進法. */
  @Column('boolean') isPriorityProcurement: boolean;
}
