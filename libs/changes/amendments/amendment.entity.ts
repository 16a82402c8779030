import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AmendmentState } from './amendment.transitions.js';

/** What a buyer, or its desk, would like to be different about an order that was placed. The other side decides. */
@Entity()
export class Amendment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') buyerId: string;
  @Column('text') status: AmendmentState;
  /** False: the desk proposed it. */
  @Column('boolean') isProposedByBuyer: boolean;
  @Column('text') reason: string;
  @Column('uuid') proposedBy: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  /** Why the other side refused. */
  @Column('text', { nullable: true }) refusalReason: string | null;
  /** The version of the quote that holds since it was accepted; null: the price did not change. */
  @Column('uuid', { nullable: true }) quoteId: string | null;
}
