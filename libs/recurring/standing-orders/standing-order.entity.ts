import type { HolidayRule, LocalDate, Rhythm } from '#yui/calendar';
import type { ContractType } from '#yui/orders';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StandingOrderState } from './standing-order.transitions.js';

/** What the agreed price is for. */
export const PRICE_BASES = ['PER_UNIT', 'PER_OCCURRENCE', 'PER_MONTH'] as const;
export type PriceBasis = (typeof PRICE_BASES)[number];

/** Work that comes again (年間契約), or that the buyer calls off as it needs it (単価契約: rhythm `ON_CALL`). */
@Entity()
export class StandingOrder {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid', { nullable: true }) departmentId: string | null;
  @Column('text') number: string;
  @Column('text') title: string;
  @Column('text') status: StandingOrderState;
  @Column('date') fromOn: LocalDate;
  @Column('date') toOn: LocalDate;
  @Column('text') workTypeCode: string;
  @Column('text') specification: string;
  @Column('text') contractType: Exclude<ContractType, 'REFERRAL'>;
  @Column('boolean') isPublicMoney: boolean;
  @Column('jsonb') rhythm: Rhythm;
  @Column('text') holidayRule: HolidayRule;
  /** Working days the work of one occurrence may take, its own day included; 1: on the day. */
  @Column('integer') workDays: number;
  /** How many days ahead an occurrence becomes an order. */
  @Column('integer') visibleDays: number;
  @Column('text') priceBasis: PriceBasis;
  @Column('bigint') priceSen: number;
  /** 単価契約: all that may be called off. */
  @Column('bigint', { nullable: true }) ceilingUnits: number | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) refusalReason: string | null;
  /** Its last day, where it ended before the period did. */
  @Column('date', { nullable: true }) endedOn: LocalDate | null;
}
