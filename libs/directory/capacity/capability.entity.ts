import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CapabilitySource = 'REGISTRY' | 'FACILITY' | 'DESK';

/** What one facility can do of one kind of work, and how fast. */
@Entity()
export class Capability {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') facilityId: string;
  @Column('text') workTypeCode: string;
  /** Working time of one person for one unit. */
  @Column('integer') secondsPerUnit: number;
  /** Most units a day whatever the people (a machine, a van); null: people are the only limit. */
  @Column('integer', { nullable: true }) dailyLimitUnits: number | null;
  /** Smallest share worth starting, in units. */
  @Column('integer') minimumLot: number;
  /** Working days between accepting and starting. */
  @Column('integer') leadDays: number;
  @Column('bigint') unitPriceSen: number;
  /** Who said so last: the import never overwrites what a facility or the desk has set. */
  @Column('text') source: CapabilitySource;
  @Column('boolean') isOffered: boolean;
}
