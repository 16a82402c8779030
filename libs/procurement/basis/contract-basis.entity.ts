import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis, BasisProposal } from './propose-basis.js';

/** What a government decided for one order, and what the product had proposed. */
@Entity()
export class ContractBasis {
  @PrimaryColumn('uuid') workOrderId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  @Column('text') basis: Basis;
  @Column('text') reason: string;
  @Column('jsonb') proposal: BasisProposal;
  @Column('uuid') decidedBy: string;
  @Column('timestamptz') decidedAt: Date;
}
