import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A prefecture whose officers read the reports of desks. */
@Entity()
export class Prefecture {
  @PrimaryColumn('uuid') id: string;
  /** Short name on the command line. */
  @Column('text') code: string;
  @Column('text') name: string;
}
