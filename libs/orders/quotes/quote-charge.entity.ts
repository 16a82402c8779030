import type { TaxCategory } from '#yui/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 送料, 版代, 材料費, 一式, 出精値引 */
export const CHARGE_KINDS = ['SHIPPING', 'PLATE', 'MATERIAL', 'LUMP_SUM', 'DISCOUNT'] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** What a quote states besides work: nobody is asked to do it, and the buyer pays for it when it accepts the work. */
@Entity()
export class QuoteCharge {
  @PrimaryColumn('uuid') quoteId: string;
  /** The same in every version of the quote that keeps it. */
  @PrimaryColumn('uuid') id: string;
  @Column('integer') position: number;
  @Column('text') kind: ChargeKind;
  @Column('text') name: string;
  @Column('bigint') quantity: number;
  @Column('text') unit: string;
  /** Below 0 for a discount. */
  @Column('bigint') unitPriceSen: number;
  @Column('bigint') amountYen: number;
  @Column('text') taxCategory: TaxCategory;
}
