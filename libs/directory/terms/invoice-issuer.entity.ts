import type { Rounding } from '#yui/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const NUMBER_HOLDERS = ['CORPORATION', 'OTHER'] as const;
export type NumberHolder = (typeof NUMBER_HOLDERS)[number];

/** How the desk itself, or one of its facilities, writes invoices. */
@Entity()
export class InvoiceIssuer {
  @PrimaryColumn('uuid') deskId: string;
  /** The desk, or a facility. */
  @PrimaryColumn('uuid') issuerId: string;
  /** null for the desk. */
  @Column('uuid', { nullable: true }) facilityId: string | null;
  /** `T` and 13 digits; null: no qualified invoice issuer. */
  @Column('text', { nullable: true }) registrationNumber: string | null;
  @Column('text') holder: NumberHolder;
  /** What happens to a fraction of a yen of tax. */
  @Column('text') taxRounding: Rounding;
}
