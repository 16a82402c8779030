import { Column, Entity, PrimaryColumn } from 'typeorm';

export const OWN_KINDS = ['GOODS', 'SERVICE'] as const;
/** 物品 or 役務 */
export type OwnKind = (typeof OWN_KINDS)[number];

/** What one category of the national scheme is called by a government. */
@Entity()
export class CategoryMappingEntry {
  @PrimaryColumn('uuid') mappingId: string;
  @Column('uuid') buyerId: string;
  @PrimaryColumn('text') categoryCode: string;
  @Column('text') ownCode: string;
  @Column('text') ownKind: OwnKind;
  @Column('text') ownName: string;
}
