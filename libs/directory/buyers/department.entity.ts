import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of a government office (部局・課) that orders in its own name. */
@Entity()
export class Department {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') buyerId: string;
  @Column('text') name: string;
  /** To whom its invoices are addressed: `見本市教育委員会 教育長`; null: as other papers. */
  @Column('text', { nullable: true }) invoiceAddressee: string | null;
}
