import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a facility gets for one unit of an occurrence. Not the buyer's to read. */
@Entity()
export class OccurrencePrice {
  @PrimaryColumn('uuid') occurrenceId: string;
  @Column('uuid') deskId: string;
  @Column('bigint') facilityUnitPriceSen: number;
}
