import type { Role } from '#yui/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account holds a role for one organisation, until it is revoked. */
@Entity()
export class RoleGrant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') role: Role;
  @Column('uuid') organisationId: string;
  @Column('timestamptz') grantedAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
