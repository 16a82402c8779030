import { Column, Entity, PrimaryColumn } from 'typeorm';

export const GOVERNMENT_KINDS = ['PREFECTURE', 'DESIGNATED_CITY', 'MUNICIPALITY'] as const;
/** Which column of 地方自治法施行令 別表第五 holds; designated cities count with the prefectures. */
export type GovernmentKind = (typeof GOVERNMENT_KINDS)[number];

@Entity()
export class Government {
  @PrimaryColumn('uuid') buyerId: string;
  @Column('text') kind: GovernmentKind;
  /** It orders with public money only once it has decided by which item. */
  @Column('boolean') needsBasis: boolean;
}
