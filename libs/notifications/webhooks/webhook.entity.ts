import type { BusinessKind } from '#yui/directory';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** PAUSED: nothing is sent, by the wish of the owner or after many failures; what happens waits. */
export const WEBHOOK_STATES = ['ACTIVE', 'PAUSED'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** What a program of an organisation wants to be told of, and where. */
@Entity()
export class Webhook {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') organisationKind: BusinessKind;
  @Column('text') name: string;
  @Column('text') url: string;
  /** Names of `WEBHOOK_EVENTS`. */
  @Column('jsonb') events: string[];
  /** Sealed: it signs, so the product has to read it again. */
  @Column('text') secret: string;
  /** Signs as well until then, so that a receiver has time to change over. */
  @Column('text', { nullable: true }) previousSecret: string | null;
  @Column('timestamptz', { nullable: true }) previousUntil: Date | null;
  @Column('text') status: WebhookState;
  /** Attempts that failed since the last success. */
  @Column('integer') failures: number;
  @Column('timestamptz', { nullable: true }) failingSince: Date | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}
