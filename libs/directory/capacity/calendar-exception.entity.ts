import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that is not like others of its weekday: closed, shorter, or open on a holiday. */
@Entity()
export class CalendarException {
  @PrimaryColumn('uuid') facilityId: string;
  @PrimaryColumn('date') day: LocalDate;
  @Column('integer') workMinutes: number;
  @Column('text') reason: string;
}
