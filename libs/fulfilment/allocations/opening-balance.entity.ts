import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a facility had received from a desk in a fiscal year before the desk worked with the product (期首残): brought along
 * from its own books, with where it stood there. Fairness counts it like work of the product.
 */
@Entity()
export class OpeningBalance {
  @PrimaryColumn('uuid') deskId: string;
  @PrimaryColumn('uuid') facilityId: string;
  /** Its first calendar year. */
  @PrimaryColumn('integer') fiscalYear: number;
  /** Sales of the facility, without tax. */
  @Column('bigint') yen: number;
  /** Work of one person. */
  @Column('integer') minutes: number;
  @Column('text') sourceFile: string;
  /** Sheet and line of that file. */
  @Column('text') sourceRow: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
