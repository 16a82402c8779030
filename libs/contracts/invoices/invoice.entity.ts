import type { LocalDate } from '#yui/calendar';
import type { Pricing } from '#yui/directory';
import type { InvoiceTax, Rounding } from '#yui/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SettlementParty } from '../settlement/settlement-line.entity.js';

export const INVOICE_KINDS = ['INVOICE', 'RETURN_INVOICE', 'PAYMENT_NOTICE'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/**
 * 適格請求書 of the one who is paid, 適格返還請求書 of what it gives back (消費税法 第57条の4 第3項), or 支払通知書 of the one
 * who pays. Never changed: a correction is a new one.
 */
@Entity()
export class Invoice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('text') kind: InvoiceKind;
  /** Gapless for each issuer, kind and fiscal year. */
  @Column('text') number: string;
  @Column('uuid') issuerId: string;
  @Column('uuid') recipientId: string;
  @Column('text') payer: SettlementParty;
  @Column('text') payee: Exclude<SettlementParty, 'BUYER'>;
  @Column('uuid') payerId: string;
  @Column('uuid') payeeId: string;
  @Column('date') issuedOn: LocalDate;
  @Column('date') tradedFrom: LocalDate;
  @Column('date') tradedTo: LocalDate;
  @Column('date') dueOn: LocalDate;
  @Column('text') pricing: Pricing;
  @Column('text') taxRounding: Rounding;
  /** Of the one who is paid; null: no qualified invoice issuer. */
  @Column('text', { nullable: true }) registrationNumber: string | null;
  /** Without a registration number: how much of the tax the payer may still deduct. */
  @Column('integer', { nullable: true }) deductionPercent: number | null;
  @Column('jsonb') byRate: InvoiceTax['byRate'];
  @Column('bigint') netYen: number;
  @Column('bigint') taxYen: number;
  @Column('bigint') grossYen: number;
  /** The one it takes the place of. */
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('text') correctionReason: string;
  @Column('timestamptz') issuedAt: Date;
}
