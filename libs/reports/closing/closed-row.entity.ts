import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an order, or a recorded result, counted for in a row of a report when its year was closed. */
@Entity()
export class ClosedRow {
  @PrimaryColumn('uuid') closedYearId: string;
  @PrimaryColumn('uuid') subjectId: string;
  /** The row of the report: a category, a contract type; '': none. */
  @PrimaryColumn('text') key: string;
  @Column('text') origin: 'ORDER' | 'RECORDED';
  /** Number of the order, or what was recorded. */
  @Column('text') label: string;
  @Column('bigint') orders: number;
  @Column('bigint') facilities: number;
  @Column('bigint') yen: number;
}
