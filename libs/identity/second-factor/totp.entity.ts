import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The codes an account presents as a second factor (RFC 6238). */
@Entity()
export class Totp {
  @PrimaryColumn('uuid') accountId: string;
  /** Sealed, see SecretBox. */
  @Column('text') secret: string;
  /** Number of the last time step whose code was used: no code counts twice. */
  @Column('bigint') lastUsedStep: number;
  @Column('timestamptz') confirmedAt: Date;
}
