import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change of state: who, as which role, did what to which thing. Rows are only ever added. */
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
}
