import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FairnessRule, Measure } from '#yui/matching';

/**
 * QUOTED: every facility gets the price of the quote. OWN: each gets its own, as it answered or as it usually asks; only
 * then can a price tolerance make a line cheaper.
 */
export type SplitPrices = 'QUOTED' | 'OWN';

/** A joint-order desk: the tenant. */
@Entity()
export class Desk {
  @PrimaryColumn('uuid') id: string;
  /** Short name in addresses and order numbers. */
  @Column('text') code: string;
  @Column('text') name: string;
  /** The desk's fee as a share of the price of the buyer, in thousandths. */
  @Column('integer') feeRatePermille: number;
  @Column('text') splitRule: FairnessRule;
  @Column('text') splitMeasure: Measure;
  /** Most facilities that take part in one split; null: as many as are fair. */
  @Column('integer', { nullable: true }) splitMaxFacilities: number | null;
  /** How far a share may be from its fair value to make the line cheaper, in thousandths; 0: not at all. */
  @Column('integer') splitPriceTolerancePermille: number;
  @Column('text') splitPrices: SplitPrices;
  /** Municipalities whose facilities are asked; empty: all. */
  @Column('text', { array: true }) splitRegions: string[];
  /** Facilities with more defects in the last twelve months, in thousandths, are not asked; null: all are. */
  @Column('integer', { nullable: true }) splitMaxDefectPermille: number | null;
  /** Working days a facility has to answer an offer. */
  @Column('integer') answerWorkingDays: number;
  /** Working days the desk keeps between the due date of facilities and that of the buyer. */
  @Column('integer') deliveryWorkingDays: number;
}
