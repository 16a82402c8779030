import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuestionState } from './question.transitions.js';

export const QUESTION_SIDES = ['BUYER', 'DESK', 'FACILITY'] as const;
export type QuestionSide = (typeof QUESTION_SIDES)[number];

/**
 * Something one side of an order wants to know of another. The desk is always one of the two: buyer and facility never
 * speak past it.
 */
@Entity()
export class Question {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') buyerId: string;
  @Column('text') askedBy: QuestionSide;
  @Column('text') askedOf: QuestionSide;
  /** The share it is about, and whose that is, when a facility asks or is asked. */
  @Column('uuid', { nullable: true }) assignmentId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  /** The question of a facility, or of the buyer, that the desk passes on in its own words. */
  @Column('uuid', { nullable: true }) passedOnFromId: string | null;
  @Column('text') status: QuestionState;
  @Column('text') body: string;
  @Column('uuid') askedByAccount: string;
  @Column('timestamptz') askedAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { nullable: true }) answeredByAccount: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  /** Every facility that was offered a share of the order reads question and answer, but not who asked. */
  @Column('boolean') isForAllFacilities: boolean;
}
