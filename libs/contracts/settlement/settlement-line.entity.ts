import type { LocalDate } from '#yui/calendar';
import type { Pricing } from '#yui/directory';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** WORK: what was done. FEE: the desk's for its help. */
export const SETTLEMENT_KINDS = ['WORK', 'FEE'] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

export const SETTLEMENT_PARTIES = ['BUYER', 'DESK', 'FACILITY'] as const;
export type SettlementParty = (typeof SETTLEMENT_PARTIES)[number];

/** Who owes whom what, and when. Never changed: a correction reverses it. Amounts of a reversal are negative. */
@Entity()
export class SettlementLine {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') contractId: string;
  /** Of the contract: who may see it. */
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('text') kind: SettlementKind;
  /** What it was computed from, within its contract; `rounding …`: see `roundingKey`; `reduction …`: what was taken off it later. */
  @Column('text') sourceKey: string;
  @Column('text') payer: SettlementParty;
  @Column('text') payee: Exclude<SettlementParty, 'BUYER'>;
  @Column('uuid') payerId: string;
  @Column('uuid') payeeId: string;
  @Column('text') description: string;
  @Column('bigint') units: number;
  @Column('text') unit: string;
  /** null: one sum. */
  @Column('bigint', { nullable: true }) unitPriceSen: number | null;
  /** Whether `unitPriceSen`, and what invoices add up, includes the tax. */
  @Column('text') pricing: Pricing;
  @Column('integer') taxPercent: number;
  @Column('boolean') isReducedRate: boolean;
  @Column('bigint') netYen: number;
  @Column('bigint') taxYen: number;
  @Column('bigint') grossYen: number;
  /** 取引年月日 */
  @Column('date') tradedOn: LocalDate;
  /** 履行日 of the work: its last delivery; it decides the fiscal year of a government. null: a fee or a rounding. */
  @Column('date', { nullable: true }) performedOn: LocalDate | null;
  /** Of the line of the order; null: a fee or a rounding. */
  @Column('text', { nullable: true }) workTypeCode: string | null;
  /** When the desk received the work from the facility; null: nobody's sixty days run. */
  @Column('date', { nullable: true }) receivedOn: LocalDate | null;
  @Column('date') dueOn: LocalDate;
  @Column('uuid', { nullable: true }) reversesId: string | null;
  @Column('timestamptz') bookedAt: Date;
}

/** What the source keys of reductions begin with. */
export const REDUCTION = 'reduction ';

/** What the source keys of roundings begin with. */
export const ROUNDING = 'rounding ';

/** Marks what the tax of an invoice, rounded once, differs from that of its lines. */
export const roundingKey = (invoiceId: string): string => `${ROUNDING}${invoiceId}`;

export const isRounding = ({ sourceKey }: Pick<SettlementLine, 'sourceKey'>): boolean => sourceKey.startsWith(ROUNDING);
