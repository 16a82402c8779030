import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A facility's registration with one desk. Leaving ends it; the row stays. */
@Entity()
export class Membership {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('date') joinedOn: string;
  @Column('date', { nullable: true }) leftOn: string | null;
}
