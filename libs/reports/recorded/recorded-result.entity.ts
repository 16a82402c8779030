import type { LocalDate } from '#yui/calendar';
import type { ContractType } from '#yui/orders';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const KEEPER_KINDS = ['DESK', 'BUYER', 'PREFECTURE'] as const;
export type KeeperKind = (typeof KEEPER_KINDS)[number];

/** ORDER: one order. CELL: one figure of a table that had no rows. TOTAL: a total as it was printed, never added up. */
export const GRAINS = ['ORDER', 'CELL', 'TOTAL'] as const;
export type Grain = (typeof GRAINS)[number];

/** 国, 都道府県, 市町村, 独立行政法人等: whose procurement it is. */
export const GOVERNMENT_LEVELS = ['NATION', 'PREFECTURE', 'MUNICIPALITY', 'INCORPORATED'] as const;
export type GovernmentLevel = (typeof GOVERNMENT_LEVELS)[number];

/** 共同受注窓口 as the partner of a contract, beside the kinds of facilities (`facility_type`). */
export const JOINT_DESK = 'JOINT_DESK';

/** A figure that no order of the product stands behind: entered, or brought along from a table of before. */
@Entity()
export class RecordedResult {
  @PrimaryColumn('uuid') id: string;
  @Column('text') keeperKind: KeeperKind;
  @Column('uuid') keeperId: string;
  /** Name of the list it came with, the same for all its editions; null: entered by hand. */
  @Column('text', { nullable: true }) sourceName: string | null;
  @Column('text', { nullable: true }) sourceFile: string | null;
  /** Sheet and line of that file. */
  @Column('text', { nullable: true }) sourceRow: string | null;
  /** What makes a row of a list the same row in its next edition. */
  @Column('text', { nullable: true }) rowKey: string | null;
  @Column('text') grain: Grain;
  @Column('integer') fiscalYear: number;
  @Column('date', { nullable: true }) performedOn: LocalDate | null;
  @Column('text', { nullable: true }) contractType: ContractType | null;
  @Column('text', { nullable: true }) categoryCode: string | null;
  @Column('text', { nullable: true }) level: GovernmentLevel | null;
  /** Its name; '': the keeper itself. */
  @Column('text') government: string;
  @Column('text') department: string;
  /** A code of `facility_type`, or JOINT_DESK; '': not stated. */
  @Column('text') supplierKind: string;
  @Column('uuid', { nullable: true }) facilityId: string | null;
  @Column('text') facilityName: string;
  @Column('text') title: string;
  @Column('bigint', { nullable: true }) orderCount: number | null;
  /** 延べ事業所数 */
  @Column('bigint', { nullable: true }) facilityCount: number | null;
  @Column('bigint', { nullable: true }) matchingCount: number | null;
  @Column('bigint', { nullable: true }) units: number | null;
  @Column('bigint', { nullable: true }) yen: number | null;
  @Column('boolean') isTaxIncluded: boolean;
  /** The table gave thousands; its yen are those × 1,000. */
  @Column('boolean') isInThousands: boolean;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** What a row says, without who recorded it and from where. */
export type ResultFigure = Pick<
  RecordedResult,
  | 'grain'
  | 'fiscalYear'
  | 'performedOn'
  | 'contractType'
  | 'categoryCode'
  | 'level'
  | 'government'
  | 'department'
  | 'supplierKind'
  | 'facilityName'
  | 'title'
  | 'orderCount'
  | 'facilityCount'
  | 'matchingCount'
  | 'units'
  | 'yen'
  | 'isTaxIncluded'
  | 'isInThousands'
>;
