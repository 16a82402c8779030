import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The price of one line of the order in one version of the quote. */
@Entity()
export class QuoteLine {
  @PrimaryColumn('uuid') quoteId: string;
  @PrimaryColumn('uuid') workOrderLineId: string;
  @Column('bigint') unitPriceSen: number;
  /** What facilities get for one unit, all steps together. */
  @Column('bigint') facilityUnitPriceSen: number;
  @Column('bigint') amountYen: number;
}
