import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody tried to be taken for another with. */
export type Guessed = 'PASSWORD' | 'CODE';

/** One guess at a password or a code: when, and the hash of what it was counted under. */
@Entity()
export class Attempt {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') bucket: Buffer;
  @Column('timestamptz') at: Date;
  /** Whose password or code was guessed at; null: what was counted is no guess at anybody. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text', { nullable: true }) guessed: Guessed | null;
  /** It is in the audit. */
  @Column('boolean', { default: false }) isNoted: boolean;
}
