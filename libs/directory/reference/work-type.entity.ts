import type { TaxCategory } from '#yui/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of work with its unit of measure. */
@Entity()
export class WorkType {
  @PrimaryColumn('text') code: string;
  @Column('text') nameJa: string;
  @Column('text') nameEn: string;
  @Column('text') unit: string;
  @Column('text') categoryCode: string;
  /** How a new line of it is taxed, unless the desk says otherwise. */
  @Column('text') taxCategory: TaxCategory;
  @Column('integer') position: number;
}
