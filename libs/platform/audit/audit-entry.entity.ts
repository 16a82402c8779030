import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step: who, as which role, did or read what. Rows are only ever added, and each is linked into a chain of hashes. */
@Entity()
export class AuditEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) deskId: string | null;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text') role: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text') action: string;
  @Column('text') subjectType: string;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column('jsonb') change: object;
  @Column('text', { nullable: true }) requestId: string | null;
  /** The token a machine acted with. */
  @Column('uuid', { nullable: true }) apiTokenId: string | null;
  /** Binds the row to the network address in `audit_origin`, for as long as that is kept. */
  @Column('bytea', { nullable: true }) originHash: Buffer | null;
}
