import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import type { WorkKind } from './ceilings.js';

/** Up to what amount a government negotiates contracts by its own rules, from a day on. */
@Entity()
export class NegotiationLimit {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') buyerId: string;
  @Column('text') workKind: WorkKind;
  @Column('date') fromOn: LocalDate;
  @Column('bigint') limitYen: number;
  /** The rule that says so, such as `見本市契約規則 第20条`. */
  @Column('text') source: string;
}
