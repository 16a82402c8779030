import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A facility's registration with one desk. Leaving ends it; the row stays. */
@Entity()
export class Membership {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('date') joinedOn: LocalDate;
  @Column('date', { nullable: true }) leftOn: LocalDate | null;
  /** Why it ended, for the desk alone. */
  @Column('text', { nullable: true }) leftReason: string | null;
}
