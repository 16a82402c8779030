import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ShareChangeState } from './share-change.transitions.js';

/** What the desk asks a facility to agree to about a share it has said yes to. */
@Entity()
export class ShareChange {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') facilityId: string;
  /** The change of the order it comes from; null: the desk asks for reasons of its own. */
  @Column('uuid', { nullable: true }) amendmentId: string | null;
  @Column('text') status: ShareChangeState;
  /** The whole share as it would be, in units; null: it stays. */
  @Column('bigint', { nullable: true }) units: number | null;
  /** The earlier date; null: it stays. */
  @Column('date', { nullable: true }) dueOn: LocalDate | null;
  @Column('text') reason: string;
  @Column('timestamptz') proposedAt: Date;
  /** While it waits for an answer: when the facility is reminded, then when the desk is told; null: nothing is due. */
  @Column('date', { nullable: true }) remindOn: LocalDate | null;
  @Column('date', { nullable: true }) remindedOn: LocalDate | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answerReason: string | null;
}
