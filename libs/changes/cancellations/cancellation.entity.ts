import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CancellationState } from './cancellation.transitions.js';

/** A wish of the buyer, or a decision of the desk, to end an order that was placed. */
@Entity()
export class Cancellation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') buyerId: string;
  @Column('text') status: CancellationState;
  /** False: the desk decided it without being asked. */
  @Column('boolean') isRequestedByBuyer: boolean;
  @Column('text') reason: string;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  /** What the desk answered, when it refused. */
  @Column('text', { nullable: true }) refusalReason: string | null;
  /** When the last facility had finished what it had begun. */
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
