import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a facility gets for one unit of one step, in one version of the quote. The buyer of a 契約型 quote does not see it. */
@Entity()
export class QuoteStep {
  @PrimaryColumn('uuid') quoteId: string;
  @PrimaryColumn('uuid') stepId: string;
  @Column('uuid') workOrderLineId: string;
  @Column('bigint') facilityUnitPriceSen: number;
}
