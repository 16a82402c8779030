import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A facility's registration with one desk. Leaving ends it; the row stays. */
@Entity()
export class Membership {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  /** As the desk dates it. */
  @Column('date') joinedOn: LocalDate;
  /** When it was entered: the desk that came first keeps the registry entry of the facility. */
  @Column('timestamptz') registeredAt: Date;
  /** The facility told the desk its registration code. */
  @Column('boolean') isAgreed: boolean;
  @Column('date', { nullable: true }) leftOn: LocalDate | null;
  /** The very moment; null: it has not ended, or ended before times were kept. */
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
  /** Who ended it. */
  @Column('text', { nullable: true }) leftBy: 'DESK' | 'FACILITY' | null;
  /** Why it ended, for anyone who ended it, and for the desk. */
  @Column('text', { nullable: true }) leftReason: string | null;
}
