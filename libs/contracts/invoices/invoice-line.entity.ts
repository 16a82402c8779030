import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A settlement line on an invoice. */
@Entity()
export class InvoiceLine {
  @PrimaryColumn('uuid') invoiceId: string;
  @PrimaryColumn('uuid') settlementLineId: string;
  @Column('uuid') deskId: string;
  @Column('uuid', { nullable: true }) buyerId: string | null;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('integer') position: number;
}
