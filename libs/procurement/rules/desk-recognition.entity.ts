import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#yui/calendar';

/** A government's head recognises a desk as 準ずる者, so that it can be a partner by item 3 itself. */
@Entity()
export class DeskRecognition {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') deskId: string;
  @Column('date') fromOn: LocalDate;
  /** The last day; null: until further notice. */
  @Column('date', { nullable: true }) untilOn: LocalDate | null;
  @Column('text') evidence: string;
  @Column('timestamptz') recordedAt: Date;
}
