import { Column, Entity, PrimaryColumn } from 'typeorm';

/** FAILED: every attempt failed; the owner can have it sent again. */
export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why an attempt did not go through. ADDRESS: it is none of the public internet. STATUS: another answer than 2xx. */
export const DELIVERY_FAULTS = ['ADDRESS', 'UNREACHABLE', 'TIMEOUT', 'STATUS'] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];

/** One event for one webhook. Its id is the `webhook-id` of every attempt: a receiver knows what it has had. */
@Entity()
export class WebhookDelivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') webhookId: string;
  @Column('uuid') organisationId: string;
  /** Null: a trial. */
  @Column('uuid', { nullable: true }) eventId: string | null;
  @Column('text') type: string;
  /** As it is signed and sent. */
  @Column('text') body: string;
  @Column('text') status: DeliveryState;
  @Column('integer') attempts: number;
  /** When it is tried next; null: not before something else happens. */
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastAttemptAt: Date | null;
  @Column('integer', { nullable: true }) responseStatus: number | null;
  @Column('text', { nullable: true }) responseText: string | null;
  @Column('text', { nullable: true }) fault: DeliveryFault | null;
  @Column('timestamptz') createdAt: Date;
}
