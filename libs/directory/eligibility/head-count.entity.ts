import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#yui/calendar';

/** How many people an employer employs on a day, and how many of them with disabilities. Counts, never persons. */
@Entity()
export class HeadCount {
  @PrimaryColumn('uuid') facilityId: string;
  @PrimaryColumn('date') countedOn: LocalDate;
  @Column('integer') employees: number;
  @Column('integer') employeesWithDisabilities: number;
  /** Of those with disabilities: severe physical, intellectual or mental. */
  @Column('integer') employeesWithSevereDisabilities: number;
}
