import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A buyer or a facility that wants to do its steps itself: no desk enters anything for it. No row: desks may. */
@Entity()
export class EnteringRefusal {
  @PrimaryColumn('uuid') organisationId: string;
  @Column('timestamptz') refusedAt: Date;
}
