import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the work comes, and how many units each time. */
@Entity()
export class StandingOrderSite {
  @PrimaryColumn('uuid') standingOrderId: string;
  @PrimaryColumn('integer') position: number;
  @Column('text') name: string;
  @Column('bigint') quantity: number;
}
