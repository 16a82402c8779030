import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MoveInSheet } from '../workbook/layout.js';

/** Every sheet but people, who are known by their invitations, and shares, which belong to their order. */
export type KeptSheet = Exclude<MoveInSheet, 'PEOPLE' | 'SHARES'>;

/** Of a row, by the fields of its sheet; null: the cell was empty. */
export type RowContent = Readonly<Record<string, string | number | null>>;

/** What a row of the workbook became, and how it read when it was imported last. */
@Entity()
export class MoveInRow {
  @PrimaryColumn('uuid') deskId: string;
  @PrimaryColumn('text') sheet: KeptSheet;
  /** The number the desk gave it, or what else tells the row from others. */
  @PrimaryColumn('text') rowKey: string;
  /** null: a figure of the past, which is kept as recorded result. */
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column('jsonb') content: RowContent;
  @Column('text') sourceFile: string;
  @Column('integer') sourceLine: number;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
