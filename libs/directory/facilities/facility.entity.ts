import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where people with disabilities work. Counts of people only, never persons. */
@Entity()
export class Facility {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') typeCode: string;
  /** 定員: how many people it is set up for. */
  @Column('integer') capacityPersons: number;
  /** City, town or village (市町村) where the work is done; null: not written down yet. */
  @Column('text', { nullable: true }) municipality: string | null;
  /** What it does, in the words of the registry. */
  @Column('text') servicesText: string;
  /** Which published list it came from, and its number there. */
  @Column('text', { nullable: true }) registrySource: string | null;
  @Column('integer', { nullable: true }) registryNumber: number | null;
  @Column('timestamptz') createdAt: Date;
}
