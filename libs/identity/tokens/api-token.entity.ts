import type { TokenScope } from '../sessions/caller.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A machine acts as the role of the person who made its token, within the scopes, until it expires. */
@Entity()
export class ApiToken {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('uuid') roleGrantId: string;
  @Column('uuid') organisationId: string;
  @Column('text') name: string;
  @Column('jsonb') scopes: TokenScope[];
  @Column('bytea') tokenHash: Buffer;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  /** To within five minutes. */
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
