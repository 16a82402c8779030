import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `PLANNED`: the facility does not know of it. `AGREED`: it said yes, and its capacity is taken. `PASSED_ON`: the occurrence
 * is an order, and the share one of its assignments.
 */
export const OCCURRENCE_SHARE_STATES = ['PLANNED', 'OFFERED', 'AGREED', 'DECLINED', 'WITHDRAWN', 'PASSED_ON'] as const;
export type OccurrenceShareState = (typeof OCCURRENCE_SHARE_STATES)[number];

/** What stands of an occurrence that is no order yet. */
export const STANDING_STATES: readonly OccurrenceShareState[] = ['PLANNED', 'OFFERED', 'AGREED'];

/** What one facility is to do of one occurrence, until that is an order. */
@Entity()
export class OccurrenceShare {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') occurrenceId: string;
  @Column('uuid') standingOrderId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('text') status: OccurrenceShareState;
  @Column('bigint') units: number;
  @Column('integer') secondsPerUnit: number;
  @Column('timestamptz', { nullable: true }) offeredAt: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
}
