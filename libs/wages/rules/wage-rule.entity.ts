import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import type { UsersRounding } from '#yui/money';

export const WAGE_RULE_KINDS = [
  'USERS_ROUNDING',
  'MINIMUM_HOURLY_WAGE',
  'PREFECTURE_TARGET',
  'NATIONAL_AVERAGE',
  'RETURN_DUE',
] as const;
/**
 * USERS_ROUNDING: how average users a day become one decimal. MINIMUM_HOURLY_WAGE: of the prefecture, from its date.
 * PREFECTURE_TARGET, NATIONAL_AVERAGE: of the fiscal year of the day. RETURN_DUE: until when last year's return is due.
 */
export type WageRuleKind = (typeof WAGE_RULE_KINDS)[number];

/** What a prefecture counts by from a day on, with where it is published. The same day once more replaces it. */
@Entity()
export class WageRule {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') prefectureId: string;
  @Column('text') kind: WageRuleKind;
  @Column('date') fromOn: LocalDate;
  @Column('bigint', { nullable: true }) yen: number | null;
  @Column('text', { nullable: true }) rounding: UsersRounding | null;
  /** Law, notice or page it stands in. */
  @Column('text') source: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
