import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is to be different about one line: null where it stays. With what it was when the change was proposed. */
@Entity()
export class AmendmentLine {
  @PrimaryColumn('uuid') amendmentId: string;
  @PrimaryColumn('uuid') workOrderLineId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('bigint', { nullable: true }) quantity: number | null;
  @Column('date', { nullable: true }) dueOn: LocalDate | null;
  @Column('text', { nullable: true }) specification: string | null;
  /** To the buyer; only where the desk proposed it. */
  @Column('bigint', { nullable: true }) unitPriceSen: number | null;
  @Column('bigint') previousQuantity: number;
  @Column('date') previousDueOn: LocalDate;
  @Column('text') previousSpecification: string;
  /** null: the price stays. */
  @Column('bigint', { nullable: true }) previousUnitPriceSen: number | null;
}
