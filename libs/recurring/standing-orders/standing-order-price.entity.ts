import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What facilities get for what the price of a standing order is for. Without a row: the usual after the fee. Not the buyer's to read. */
@Entity()
export class StandingOrderPrice {
  @PrimaryColumn('uuid') standingOrderId: string;
  @Column('uuid') deskId: string;
  @Column('bigint') facilityPriceSen: number;
}
