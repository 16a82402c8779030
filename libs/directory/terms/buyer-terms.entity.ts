import { Column, Entity, PrimaryColumn } from 'typeorm';

export const BILLINGS = ['PER_ORDER', 'MONTHLY'] as const;
export type Billing = (typeof BILLINGS)[number];

export const PRICINGS = ['TAX_EXCLUSIVE', 'TAX_INCLUSIVE'] as const;
export type Pricing = (typeof PRICINGS)[number];

/** A due day on which banks are closed stays, or is the working day before or after it. */
export const DUE_DAY_RULES = ['AS_IS', 'BEFORE', 'AFTER'] as const;
export type DueDayRule = (typeof DUE_DAY_RULES)[number];

/** How one buyer orders from one desk, is billed and pays. */
@Entity()
export class BuyerTerms {
  @PrimaryColumn('uuid') deskId: string;
  @PrimaryColumn('uuid') buyerId: string;
  @Column('text') billing: Billing;
  /** Whether the prices in quotes include the tax. */
  @Column('text') pricing: Pricing;
  /** What was accepted until this day of a month is billed together; 31: until its end. */
  @Column('integer') closingDay: number;
  @Column('integer') paymentMonths: number;
  /** 31: the last day of the month. */
  @Column('integer') paymentDay: number;
  /** Days the buyer has to accept or reject what was delivered. */
  @Column('integer') acceptanceDays: number;
  /** Who contracts for it, as papers name it: `見本市長 見本 次郎`; null: it goes by its name. */
  @Column('text', { nullable: true }) contractingParty: string | null;
  /** What happens to a due day on which banks are closed. */
  @Column('text') dueDayRule: DueDayRule;
  /** The contract binds only when the signed paper is back. */
  @Column('boolean') needsSignedPaper: boolean;
}
