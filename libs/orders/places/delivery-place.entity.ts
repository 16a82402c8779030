import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * 納入先: where a part of a line goes, for which department, and by when; not after the line is due. A line without places
 * goes where the terms of the order say.
 */
@Entity()
export class DeliveryPlace {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') workOrderLineId: string;
  @Column('integer') position: number;
  @Column('uuid', { nullable: true }) departmentId: string | null;
  /** What it is called, with the room and who takes it: `北庁舎2階 福祉課 窓口`. */
  @Column('text') name: string;
  /** Empty: known to both sides. */
  @Column('text') address: string;
  @Column('bigint') quantity: number;
  @Column('date') dueOn: LocalDate;
}
