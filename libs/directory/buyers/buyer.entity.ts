import { Column, Entity, PrimaryColumn } from 'typeorm';

export const BUYER_KINDS = ['COMPANY', 'GOVERNMENT'] as const;
export type BuyerKind = (typeof BUYER_KINDS)[number];

/** Who posts work: a company or a government office. */
@Entity()
export class Buyer {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') kind: BuyerKind;
  @Column('text') name: string;
}
