import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many units a facility has done so far, as it said at one moment. */
@Entity()
export class ProgressReport {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('bigint') doneUnits: number;
  @Column('text') note: string;
  @Column('timestamptz') reportedAt: Date;
}
