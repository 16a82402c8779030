import type { Pricing } from '#yui/directory';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContractType } from '../work-orders/work-order.entity.js';
import type { QuoteState } from './quote.transitions.js';

/** Price and terms the desk gives the buyer; revised by a new version. */
@Entity()
export class Quote {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') workOrderId: string;
  @Column('integer') version: number;
  @Column('text') contractType: ContractType;
  @Column('text') status: QuoteState;
  /** Whether the prices of its lines include the tax. */
  @Column('text') pricing: Pricing;
  /** Without tax. 0 for 斡旋型: the price is agreed outside. */
  @Column('bigint') amountYen: number;
  @Column('bigint') taxYen: number;
  @Column('text') terms: string;
  /** みなし検収: silence of the buyer until the end of its days of acceptance is a yes. */
  @Column('boolean', { default: false }) isDeemedAccepted: boolean;
  @Column('timestamptz') validUntil: Date;
  @Column('timestamptz') issuedAt: Date;
  /** Why the buyer did not want it. */
  @Column('text', { nullable: true }) refusalReason: string | null;
}
