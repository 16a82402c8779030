import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderItem } from './order-items.js';

/** Something an order to facilities cannot state yet: why, and by when it will be decided. */
@Entity()
export class UndecidedItem {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('text') item: OrderItem;
  @Column('text') reason: string;
  @Column('date') decideOn: LocalDate;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) decision: string | null;
}
