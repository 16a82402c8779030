import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkOrderState } from './work-order.transitions.js';

export const CONTRACT_TYPES = ['DESK_CONTRACT', 'BROKERED', 'REFERRAL'] as const;
export type ContractType = (typeof CONTRACT_TYPES)[number];

/** One piece of business a buyer brings to a desk. */
@Entity()
export class WorkOrder {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  /** What people call it on the telephone: desk code, fiscal year, running number. */
  @Column('text') number: string;
  @Column('uuid') buyerId: string;
  @Column('uuid', { nullable: true }) departmentId: string | null;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('boolean') isPublicMoney: boolean;
  /** Of the line that is due first. */
  @Column('date') dueOn: LocalDate;
  @Column('text') status: WorkOrderState;
  /** Frozen when the buyer orders; null before. */
  @Column('text', { nullable: true }) contractType: ContractType | null;
  @Column('text', { nullable: true }) rejectionReason: string | null;
  /** まとめ役: sees the names and shares of the other facilities. */
  @Column('uuid', { nullable: true }) leadFacilityId: string | null;
  /** The desk drafted it for its buyer, and so reads it before it is sent. */
  @Column('boolean') isDraftedByDesk: boolean;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { nullable: true }) orderedAt: Date | null;
  /** When the last of it was inspected and ready for the buyer; null again after the buyer's no. */
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
}
