import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Units a facility handed over at one time; an assignment may have many. */
@Entity()
export class Delivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('bigint') units: number;
  @Column('text') note: string;
  @Column('timestamptz') deliveredAt: Date;
}
