import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of a line that is done in sequence: print, fold, stuff. An ordinary line has one. */
@Entity()
export class Step {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') workOrderLineId: string;
  @Column('integer') position: number;
  @Column('text') workTypeCode: string;
  /** What is to be done in this step; empty: what the buyer wrote for the line. */
  @Column('text') specification: string;
  /** When its units must be ready for the next step; of the last step: the date of the buyer. */
  @Column('date') dueOn: LocalDate;
  /**
   * Work that is done on the spot, on days of its own, does not begin before this day, and nothing is carried to the desk
   * afterwards; null: any time until it is due.
   */
  @Column('date', { nullable: true }) startOn: LocalDate | null;
  /** To whom and where the finished units go; empty: to the desk, as usual. */
  @Column('text') handOverTo: string;
  @Column('text') handOverPlace: string;
}
