import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Work a facility has promised and not yet delivered. */
@Entity()
export class CapacityPromise {
  @PrimaryColumn('uuid') assignmentId: string;
  /** Units that were delivered and have to be made good; promised apart, with a date of their own. */
  @PrimaryColumn('boolean', { default: false }) isRework: boolean;
  /** Work that comes again and is no order yet: the share it is promised under, whose id is the one above; null: an assignment. */
  @Column('uuid', { nullable: true }) occurrenceShareId: string | null;
  @Column('uuid') facilityId: string;
  @Column('text') workTypeCode: string;
  @Column('bigint') units: number;
  @Column('integer') secondsPerUnit: number;
  @Column('date') startOn: LocalDate;
  @Column('date') dueOn: LocalDate;
}
