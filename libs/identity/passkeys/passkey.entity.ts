import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key pair in somebody's device; we have the public half (WebAuthn). */
@Entity()
export class Passkey {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  /** base64url */
  @Column('text') credentialId: string;
  @Column('bytea') publicKey: Buffer;
  @Column('bigint') counter: number;
  @Column('jsonb') transports: string[];
  /** What its owner calls it. */
  @Column('text') name: string;
  /** It is kept by a service of the maker and survives the device. */
  @Column('boolean') isBackedUp: boolean;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
}
