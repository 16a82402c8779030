import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One service a facility names in the registry, recognised or kept as text. */
@Entity()
export class ServiceMention {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') facilityId: string;
  @Column('integer') position: number;
  @Column('text') text: string;
  @Column('text', { nullable: true }) context: string | null;
  @Column('text', { nullable: true }) workTypeCode: string | null;
  @Column('text', { nullable: true }) recognisedBy: string | null;
  @Column('text', { nullable: true }) matchedTerm: string | null;
}
