import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** PRICE_REDUCTION 値引き: the work stays and costs less. RETURN 返品: units go back. */
export const REDUCTION_KINDS = ['PRICE_REDUCTION', 'RETURN'] as const;
export type ReductionKind = (typeof REDUCTION_KINDS)[number];

/** What both sides agreed to take off after the work was accepted (売上げに係る対価の返還等, 消費税法 第38条). */
@Entity()
export class Reduction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') contractId: string;
  /** Of the contract: who may see it. */
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  /** Of the settlement line it takes something off. */
  @Column('text') sourceKey: string;
  @Column('text') kind: ReductionKind;
  /** Units that go back; null: none do. */
  @Column('bigint', { nullable: true }) units: number | null;
  /** With tax where the pricing of the settlement line includes it. */
  @Column('bigint') amountYen: number;
  @Column('text') reason: string;
  /** Who of the other side agreed, and how. */
  @Column('text') agreedBy: string;
  /** What the facility answers for; null: it is not paid by the desk. */
  @Column('text', { nullable: true }) fault: string | null;
  @Column('date') reducedOn: LocalDate;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  /** It was recorded by mistake. */
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
