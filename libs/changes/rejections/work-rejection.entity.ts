import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RejectionState } from './rejection.transitions.js';

/** The buyer did not accept delivered work: why, and what the desk says to it. */
@Entity()
export class WorkRejection {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') buyerId: string;
  @Column('text') status: RejectionState;
  @Column('text') reason: string;
  @Column('timestamptz') rejectedAt: Date;
  /** What the desk will do about it, for the buyer to read. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
