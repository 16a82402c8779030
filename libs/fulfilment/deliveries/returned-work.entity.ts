import type { LocalDate } from '#yui/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Units that had passed the desk's inspection and went back to a facility after the buyer's no. */
@Entity()
export class ReturnedWork {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('uuid') rejectionId: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') facilityId: string;
  @Column('bigint') units: number;
  @Column('text') toRedo: string;
  @Column('date') reworkDueOn: LocalDate;
  @Column('timestamptz') returnedAt: Date;
}
