import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StepDateInput } from './amended-order.js';
import type { ShareCutInput } from './carry-out-amendment.js';

/**
 * What becomes of shares and steps once the buyer agrees to what its desk proposed. Apart from the proposal: who does the
 * work is the desk's, and the buyer reads the proposal.
 */
@Entity()
export class AmendmentPlan {
  @PrimaryColumn('uuid') amendmentId: string;
  @Column('uuid') deskId: string;
  @Column('jsonb') cuts: readonly ShareCutInput[];
  @Column('jsonb') stepDates: readonly StepDateInput[];
}
