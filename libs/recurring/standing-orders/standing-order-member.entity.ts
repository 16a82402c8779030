import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A facility that does the work, as the desk divided it once. */
@Entity()
export class StandingOrderMember {
  @PrimaryColumn('uuid') standingOrderId: string;
  @PrimaryColumn('uuid') facilityId: string;
  @Column('uuid') deskId: string;
  @Column('integer') position: number;
  /** Of each occurrence; 0: it takes whole occurrences in turn. */
  @Column('bigint') units: number;
  /** How often its turn comes beside the others. */
  @Column('integer') weight: number;
}
