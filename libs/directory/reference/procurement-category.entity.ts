import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A category of the national procurement results. */
@Entity()
export class ProcurementCategory {
  @PrimaryColumn('text') code: string;
  @Column('text') kind: string;
  @Column('text') nameJa: string;
  @Column('text') nameEn: string;
}
