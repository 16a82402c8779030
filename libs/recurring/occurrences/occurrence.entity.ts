import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How it came about. */
export const OCCURRENCE_ORIGINS = ['RHYTHM', 'ADDED', 'MOVED', 'CALL_OFF'] as const;
/** `ORDERED`: it is an order of its own, and everything else is told by that. */
export const OCCURRENCE_STATES = ['COMING', 'ORDERED', 'SKIPPED'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** One date of a standing order at one site. */
@Entity()
export class Occurrence {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') standingOrderId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  @Column('text') origin: (typeof OCCURRENCE_ORIGINS)[number];
  @Column('text') status: OccurrenceState;
  /** What the rhythm says. */
  @Column('date') plannedOn: LocalDate;
  /** Its work is done from this day on. */
  @Column('date') startOn: LocalDate;
  @Column('date') dueOn: LocalDate;
  /** When it becomes an order. */
  @Column('date') visibleOn: LocalDate;
  @Column('integer') sitePosition: number;
  @Column('text') siteName: string;
  @Column('bigint') quantity: number;
  @Column('bigint') unitPriceSen: number;
  @Column('uuid', { nullable: true }) workOrderId: string | null;
  @Column('text', { nullable: true }) skipReason: string | null;
  @Column('uuid', { nullable: true }) movedFromId: string | null;
}
