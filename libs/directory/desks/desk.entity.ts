import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FairnessRule, Measure } from '#yui/matching';

/** A joint-order desk: the tenant. */
@Entity()
export class Desk {
  @PrimaryColumn('uuid') id: string;
  /** Short name in addresses and order numbers. */
  @Column('text') code: string;
  @Column('text') name: string;
  /** The desk's fee as a share of the price of the buyer, in thousandths. */
  @Column('integer') feeRatePermille: number;
  @Column('text') splitRule: FairnessRule;
  @Column('text') splitMeasure: Measure;
  /** Working days a facility has to answer an offer. */
  @Column('integer') answerWorkingDays: number;
  /** Working days the desk keeps between the due date of facilities and that of the buyer. */
  @Column('integer') deliveryWorkingDays: number;
}
