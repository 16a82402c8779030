import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UsersRounding, WageQuestion } from '#yui/money';
import type { WageReturnState } from './wage-return.transitions.js';

/** What a facility mainly does for the wages it pays. */
export const MAIN_ACTIVITIES = ['FOOD', 'FARMING', 'CRAFTS', 'LIGHT_WORK', 'CLEANING', 'OTHER_SERVICES'] as const;
export type MainActivity = (typeof MAIN_ACTIVITIES)[number];

/** 自社製品 / 受託 / 施設外. */
export const ACTIVITY_GROUPS = ['OWN_PRODUCTS', 'CONTRACT_WORK', 'OUTSIDE_WORK'] as const;
export type ActivityGroup = (typeof ACTIVITY_GROUPS)[number];

/**
 * What a facility reports of the wages of one fiscal year. One version at a time is CHECKED and counts; it is only replaced
 * by the next version. Counts of people, never persons.
 */
@Entity()
export class WageReturn {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') facilityId: string;
  /** First calendar year. */
  @Column('integer') fiscalYear: number;
  @Column('integer') version: number;
  @Column('text') status: WageReturnState;
  /** 工賃（賃金）支払総額. */
  @Column('bigint') totalYen: number;
  /** 延べ利用者数. */
  @Column('integer', { nullable: true }) personDays: number | null;
  /** 年間開所日数, of production. */
  @Column('integer', { nullable: true }) daysOpen: number | null;
  @Column('integer') monthsOpen: number;
  /** 工賃支払対象者数 of April to March. */
  @Column('integer', { array: true }) personsByMonth: (number | null)[];
  @Column('integer', { nullable: true }) hours: number | null;
  @Column('bigint', { nullable: true }) productionRevenueYen: number | null;
  /** Without wages. */
  @Column('bigint', { nullable: true }) productionCostYen: number | null;
  /** Subsidies used to pay wages. */
  @Column('bigint', { nullable: true }) subsidiesYen: number | null;
  /** Persons with a permit below the minimum wage (最低賃金の減額特例). */
  @Column('integer', { nullable: true }) minimumWageExceptions: number | null;
  /** The target the facility had for the year. */
  @Column('bigint', { nullable: true }) targetYen: number | null;
  @Column('text', { nullable: true }) mainActivity: MainActivity | null;
  @Column('text', { nullable: true }) activityGroup: ActivityGroup | null;
  @Column('text') note: string;
  /** What was asked of the figures and confirmed. */
  @Column('text', { array: true }) confirmedQuestions: WageQuestion[];
  /** By which rounding the figures below were calculated. */
  @Column('text') rounding: UsersRounding;
  @Column('integer', { nullable: true }) usersTenths: number | null;
  @Column('bigint', { nullable: true }) monthYen: number | null;
  @Column('bigint', { nullable: true }) hourYen: number | null;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { nullable: true }) checkedAt: Date | null;
}
