import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One guess at a password or a code: when, and the hash of what it was counted under. */
@Entity()
export class Attempt {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') bucket: Buffer;
  @Column('timestamptz') at: Date;
}
