import type { LocalDate } from '#yui/calendar';
import type { FeeTerms } from '#yui/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BuyerKind } from '../buyers/buyer.entity.js';

export const FEE_BASES = ['PERCENT', 'PER_PIECE', 'FIXED'] as const satisfies readonly FeeTerms['basis'][];
export type FeeBasis = (typeof FEE_BASES)[number];

/** Who pays the fee where the desk is no party to the contract (仲介型, 斡旋型). In 契約型 the desk keeps it from the price. */
export const FEE_PAYERS = ['BUYER', 'FACILITY'] as const;
export type FeePayer = (typeof FEE_PAYERS)[number];

/** What a desk charges for one type of contract, from one day to another. */
@Entity()
export class FeeRule {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('text') contractType: 'DESK_CONTRACT' | 'BROKERED' | 'REFERRAL';
  /** null: for buyers that no other rule is for. */
  @Column('text', { nullable: true }) buyerKind: BuyerKind | null;
  @Column('text') basis: FeeBasis;
  @Column('integer', { nullable: true }) ratePermille: number | null;
  @Column('bigint', { nullable: true }) perPieceSen: number | null;
  @Column('bigint', { nullable: true }) fixedYen: number | null;
  @Column('text') payer: FeePayer;
  @Column('date') validFrom: LocalDate;
  /** The last day; null: until another rule begins. */
  @Column('date', { nullable: true }) validTo: LocalDate | null;
  @Column('timestamptz') createdAt: Date;
}
