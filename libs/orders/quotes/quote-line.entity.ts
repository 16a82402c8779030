import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The price of one line of the order in one version of the quote. */
@Entity()
export class QuoteLine {
  @PrimaryColumn('uuid') quoteId: string;
  @PrimaryColumn('uuid') workOrderLineId: string;
  @Column('bigint') unitPriceSen: number;
  @Column('bigint') amountYen: number;
}
