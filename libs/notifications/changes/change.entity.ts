import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a program follows. */
export const CHANGE_KINDS = ['WORK_ORDER', 'ASSIGNMENT', 'INVOICE'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The last change of something that concerns an organisation: one row for each, written by triggers. */
@Entity()
export class Change {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') kind: ChangeKind;
  @Column('uuid') subjectId: string;
  /** Null: it changed since somebody asked. */
  @Column('bigint', { nullable: true }) position: number | null;
  @Column('timestamptz') changedAt: Date;
}
