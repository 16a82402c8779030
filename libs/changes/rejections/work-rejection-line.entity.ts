import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Units of one line the buyer did not accept, and what must be done again. */
@Entity()
export class WorkRejectionLine {
  @PrimaryColumn('uuid') rejectionId: string;
  @PrimaryColumn('uuid') workOrderLineId: string;
  @Column('uuid') deskId: string;
  @Column('bigint') units: number;
  @Column('text') toRedo: string;
}
