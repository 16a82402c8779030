import type { LocalDate } from '#yui/calendar';
import type { TaxCategory } from '#yui/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One kind of work, how much of it, and by when. */
@Entity()
export class WorkOrderLine {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') workOrderId: string;
  @Column('integer') position: number;
  @Column('text') workTypeCode: string;
  @Column('text') specification: string;
  @Column('bigint') quantity: number;
  /** Work comes in packs of so many units; 1: any number. */
  @Column('integer') lotSize: number;
  @Column('date') dueOn: LocalDate;
  /** As its kind of work is taxed, or as the desk has said when it quoted. */
  @Column('text') taxCategory: TaxCategory;
}
