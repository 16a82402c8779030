import type { FeeBasis, FeePayer, Pricing } from '#yui/directory';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Fee and terms of one order, as they were on the day it was placed. They never change again. */
@Entity()
export class OrderTerms {
  @PrimaryColumn('uuid') workOrderId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  /** The rule of the desk that was in force; null: there was none. */
  @Column('uuid', { nullable: true }) feeRuleId: string | null;
  @Column('text') feeBasis: FeeBasis;
  /** In thousandths, sen or yen, as the basis says. */
  @Column('bigint') feeValue: number;
  @Column('text') feePayer: FeePayer;
  @Column('text') pricing: Pricing;
  @Column('integer') closingDay: number;
  @Column('integer') paymentMonths: number;
  @Column('integer') paymentDay: number;
  @Column('integer') acceptanceDays: number;
  @Column('boolean') needsSignedPaper: boolean;
  /** Governments pay within days of the claim that a law sets. */
  @Column('boolean') isGovernment: boolean;
}
