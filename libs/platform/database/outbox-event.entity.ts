import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Ids only: a handler reads the present state itself, and no personal data lies in a queue. */
export type EventPayload = Readonly<Record<string, string | number | null>>;

/** Something that happened, written in the transaction in which it happened. */
@Entity()
export class OutboxEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('uuid', { nullable: true }) deskId: string | null;
  @Column('jsonb') payload: EventPayload;
  /** Where what caused it stands in its trace (W3C `traceparent`); null: it was not traced. */
  @Column('text', { nullable: true }) traceparent: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) publishAt: Date | null;
  @Column('integer') attempts: number;
  @Column('timestamptz', { nullable: true }) acknowledgedAt: Date | null;
}

/** The import an event is a step of; null: it is none of an import. */
export function importOf({ payload }: Pick<OutboxEvent, 'payload'>): string | null {
  return typeof payload.importId === 'string' ? payload.importId : null;
}
