import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeeperKind } from '../recorded/recorded-result.entity.js';

/** PERFORMANCE: the last delivery decides the year (履行日). ACCEPTANCE: the day the buyer accepted. */
export const BOOKINGS = ['PERFORMANCE', 'ACCEPTANCE'] as const;
export type Booking = (typeof BOOKINGS)[number];

/** How a government, or the governments of a prefecture, count from a fiscal year on. */
@Entity()
export class ProcurementRule {
  @PrimaryColumn('uuid') id: string;
  @Column('text') keeperKind: KeeperKind;
  @Column('uuid') keeperId: string;
  @Column('integer') fromYear: number;
  @Column('text') bookedBy: Booking;
  @Column('boolean') isTaxIncluded: boolean;
  /** The notice or rule that says so. */
  @Column('text') source: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** Before anybody set one: by the day of performance, with tax. */
export const USUAL_RULE = { fromYear: 0, bookedBy: 'PERFORMANCE', isTaxIncluded: true, source: '' } as const;

export type RuleInForce = Pick<ProcurementRule, 'fromYear' | 'bookedBy' | 'isTaxIncluded' | 'source'>;

/** The rule of a year, of all rules in any order. */
export function ruleOf(rules: readonly RuleInForce[], fiscalYear: number): RuleInForce {
  const begun = rules.filter(({ fromYear }) => fromYear <= fiscalYear);
  return begun.reduce<RuleInForce>((newest, rule) => (rule.fromYear >= newest.fromYear ? rule : newest), USUAL_RULE);
}
