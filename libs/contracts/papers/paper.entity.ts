import type { LocalDate } from '#yui/calendar';
import type { BusinessKind } from '#yui/directory';
import type { PaperData, PaperKind } from '#yui/papers';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A paper as it was issued. Never changed but for the one time its file is made. */
@Entity()
export class Paper {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deskId: string;
  @Column('text') kind: PaperKind;
  /** Gapless for each issuer, kind and fiscal year. */
  @Column('text') number: string;
  @Column('text') issuerKind: BusinessKind;
  @Column('uuid') issuerId: string;
  @Column('text') recipientKind: BusinessKind;
  @Column('uuid') recipientId: string;
  /** The buyer that sends or gets it; null: no buyer ever sees it. */
  @Column('uuid', { nullable: true }) buyerId: string | null;
  /** The facility that sends or gets it; null: no facility ever sees it. */
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('uuid', { nullable: true }) workOrderId: string | null;
  /** What it was issued for, so that it is issued once. */
  @Column('text') sourceKey: string;
  /** The paper it corrects. */
  @Column('uuid', { nullable: true }) replacesId: string | null;
  @Column('jsonb') data: PaperData;
  @Column('date') issuedOn: LocalDate;
  @Column('timestamptz') issuedAt: Date;
  /** What it is about in yen, with tax, for those who look for it; null: no sum stands on it. */
  @Column('bigint', { nullable: true }) amountYen: number | null;
  /** Of the PDF, hexadecimal; this and the next are null until it is made. */
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('text', { nullable: true }) storageKey: string | null;
  @Column('integer', { nullable: true }) sizeBytes: number | null;
  @Column('timestamptz', { nullable: true }) renderedAt: Date | null;
}
