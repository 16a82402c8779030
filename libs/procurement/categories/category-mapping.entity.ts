import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#yui/calendar';

/** How a government files its orders from a day on; a new version for every change. */
@Entity()
export class CategoryMapping {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') buyerId: string;
  @Column('integer') version: number;
  @Column('date') fromOn: LocalDate;
  @Column('text') name: string;
  @Column('timestamptz') createdAt: Date;
}
