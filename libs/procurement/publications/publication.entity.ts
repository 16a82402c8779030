import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#yui/calendar';

export const PUBLICATION_KINDS = ['EXPECTED', 'BEFORE_CONTRACT', 'AFTER_CONTRACT'] as const;
/** 発注見通し / 契約締結前 / 契約締結後: what item 3 has a government publish. */
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** One of the three texts a government publishes about an order by item 3. Final once it is published. */
@Entity()
export class Publication {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workOrderId: string;
  @Column('uuid') deskId: string;
  @Column('uuid') buyerId: string;
  @Column('text') kind: PublicationKind;
  @Column('text') body: string;
  @Column('timestamptz') draftedAt: Date;
  @Column('date', { nullable: true }) publishedOn: LocalDate | null;
  /** Where: the address of the page, the notice board. */
  @Column('text', { nullable: true }) place: string | null;
}
