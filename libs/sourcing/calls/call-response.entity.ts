import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallResponseState } from './call.transitions.js';

/**
 * One answer of one facility to one call. A changed answer is a new version; the old one stays readable. It promises
 * nothing: capacity is taken when an assignment is accepted.
 */
@Entity()
export class CallResponse {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') callId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') facilityId: string;
  @Column('integer') version: number;
  @Column('text') status: CallResponseState;
  /** What it could do, at what price and until when; all null when it cannot. */
  @Column('bigint', { nullable: true }) units: number | null;
  @Column('bigint', { nullable: true }) unitPriceSen: number | null;
  @Column('date', { nullable: true }) earliestFinishOn: LocalDate | null;
  /** A remark; the reason, when it cannot. */
  @Column('text') remark: string;
  /** Given after the call had closed. */
  @Column('boolean') isLate: boolean;
  @Column('timestamptz') answeredAt: Date;
}
