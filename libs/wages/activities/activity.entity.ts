import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#yui/calendar';

export const ACTIVITY_KINDS = [
  'SEMINAR',
  'TRAINING',
  'CONSULTATION',
  'ADVISER_VISIT',
  'SPECIALIST_DISPATCH',
  'EXCHANGE_MEETING',
  'BUSINESS_MEETING',
  'COMPANY_VISIT',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What a desk does besides orders, so that facilities earn more. Counts of people, never persons. */
@Entity()
export class Activity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('text') kind: ActivityKind;
  /** What it was about, in the words of the desk; activities of one theme are counted together. */
  @Column('text') theme: string;
  @Column('date') heldOn: LocalDate;
  /** Of `heldOn`. */
  @Column('integer') fiscalYear: number;
  @Column('text') title: string;
  /** 回数: more than one when several of a kind are recorded together. */
  @Column('integer') times: number;
  @Column('integer') people: number;
  /** Among `people`. */
  @Column('integer') peopleOnline: number;
  /** The order it was about; null: none. */
  @Column('uuid', { nullable: true }) workOrderId: string | null;
  @Column('text') note: string;
  @Column('timestamptz') recordedAt: Date;
}
