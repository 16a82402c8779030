import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContractType } from '#yui/orders';
import type { ContractState } from './contract.transitions.js';

/** Between whom: 契約型 has BUYER_DESK and DESK_FACILITY contracts, 仲介型 and 斡旋型 BUYER_FACILITY ones. */
export type ContractSide = 'BUYER_DESK' | 'DESK_FACILITY' | 'BUYER_FACILITY';

/** An agreement that came of a work order. */
@Entity()
export class Contract {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('text') type: ContractType;
  @Column('text') side: ContractSide;
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('uuid', { nullable: true }) assignmentId: string | null;
  @Column('text') status: ContractState;
  /** What was agreed, without tax; null while it is open (斡旋型). */
  @Column('bigint', { nullable: true }) amountYen: number | null;
  /** What the accepted work comes to, without tax. */
  @Column('bigint', { nullable: true }) fulfilledYen: number | null;
  /** 斡旋型: why no contract came of it. */
  @Column('text', { nullable: true }) outcomeReason: string | null;
  /** 斡旋型: when buyer and desk were asked for the outcome. */
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
  /** When its paper, or the offer that stands for it, went out. */
  @Column('timestamptz', { nullable: true }) issuedAt: Date | null;
  /** 斡旋型: when it was last reported that the two are still talking. */
  @Column('timestamptz', { nullable: true }) negotiatingAt: Date | null;
  @Column('timestamptz', { nullable: true }) concludedAt: Date | null;
  @Column('timestamptz', { nullable: true }) fulfilledAt: Date | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  /** When it was given up, refused or taken back. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** 斡旋型: the fee that was agreed on, without tax; null: none. */
  @Column('bigint', { nullable: true }) feeYen: number | null;
}
