import type { LocalDate } from '#yui/calendar';
import type { SaidBy } from '#yui/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InquiryState } from './inquiry.transitions.js';

/** 引合い: somebody asked the desk. 訪問: the desk went to somebody. */
export const INQUIRY_KINDS = ['INQUIRY', 'VISIT'] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

/** Why nothing came of it. */
export const END_REASONS = ['PRICE', 'DATE', 'NO_FACILITY', 'WENT_ELSEWHERE', 'NO_ANSWER', 'OTHER'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Before there is an order: who asked, or was visited, about what, and what is done next and when. */
@Entity()
export class Inquiry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('text') kind: InquiryKind;
  /** The day it came, or of the visit. */
  @Column('date') receivedOn: LocalDate;
  @Column('text') channel: SaidBy;
  /** The organisation, and the person there; may be nobody the desk knows yet. */
  @Column('text') organisation: string;
  @Column('text') person: string;
  /** Telephone or mail address. */
  @Column('text') contact: string;
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('text') subject: string;
  @Column('text') detail: string;
  /** What is done next; empty, and without a day: nothing. */
  @Column('text') nextAction: string;
  @Column('date', { nullable: true }) nextOn: LocalDate | null;
  @Column('text') status: InquiryState;
  @Column('date', { nullable: true }) endedOn: LocalDate | null;
  @Column('uuid', { nullable: true }) workOrderId: string | null;
  /** To whom it was referred. */
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('text', { nullable: true }) endReason: EndReason | null;
  @Column('text') endNote: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
