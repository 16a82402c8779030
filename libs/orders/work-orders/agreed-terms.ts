import type { DueDayRule, FeeBasis, FeePayer, Pricing } from '#yui/directory';
import { Column } from 'typeorm';

/** The columns of fee and terms as they were agreed on one day. */
export abstract class AgreedTerms {
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
  @Column('text') dueDayRule: DueDayRule;
  @Column('integer') acceptanceDays: number;
  @Column('boolean') needsSignedPaper: boolean;
  /** Governments pay within days of the claim that a law sets. */
  @Column('boolean') isGovernment: boolean;
}
