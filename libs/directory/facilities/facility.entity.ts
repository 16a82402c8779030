import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#yui/calendar';

/** Where people with disabilities work. Counts of people only, never persons. */
@Entity()
export class Facility {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') typeCode: string;
  /** 定員: how many people it is set up for; null: to be filled in, as the list it came from has none. */
  @Column('integer', { nullable: true }) capacityPersons: number | null;
  /** City, town or village (市町村) where the work is done; null: not recorded yet. */
  @Column('text', { nullable: true }) municipality: string | null;
  /** What it does, in the words of the registry. */
  @Column('text') servicesText: string;
  /** Which published list it came from, and its number there. */
  @Column('text', { nullable: true }) registrySource: string | null;
  @Column('integer', { nullable: true }) registryNumber: number | null;
  /** 事業所番号, who runs it, and where it is, as the registry has them: what tells facilities of one name apart. */
  @Column('text', { nullable: true }) facilityNumber: string | null;
  @Column('text', { nullable: true }) corporationName: string | null;
  @Column('text', { nullable: true }) address: string | null;
  /** When it began and ended, for results by year; null: not recorded, or still open. */
  @Column('date', { nullable: true }) openedOn: LocalDate | null;
  @Column('date', { nullable: true }) closedOn: LocalDate | null;
  @Column('timestamptz') createdAt: Date;
}
