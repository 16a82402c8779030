import type { FieldChange, ImportProblem } from '#yui/directory';
import type { Sentence } from '#yui/platform';
import type { MoveInSheet } from '../workbook/layout.js';
import type { NotRead } from '../workbook/read-workbook.js';

/**
 * `LATER`: no more invitations may be sent today; the same workbook sends the rest tomorrow. `ASKED`, `FAULTY`: nothing of
 * the workbook is stored while there is such a row.
 */
export const ROW_OUTCOMES = ['CREATED', 'UPDATED', 'UNCHANGED', 'LATER', 'ASKED', 'FAULTY'] as const;
export type RowOutcomeKind = (typeof ROW_OUTCOMES)[number];

/** What becomes of one row. */
export interface RowOutcome {
  readonly sheet: MoveInSheet;
  /** As the file calls it. */
  readonly sheetName: string;
  readonly line: number;
  /** For people: a name, a title, or what else the row is about. */
  readonly name: string;
  readonly outcome: RowOutcomeKind;
  /** By the headings of the file; of a new row all that is stored. */
  readonly changes: readonly FieldChange[];
  /** What a person should know of it. */
  readonly note: Sentence | null;
  /** What it became; null: a figure, an invitation, or a dry run. */
  readonly subjectId: string | null;
}

/** Something that nobody supposes: the import waits for the answer. */
export interface MoveInQuestion {
  /** To answer it by; the same whenever the workbook is read again. */
  readonly key: string;
  readonly sheet: string;
  readonly line: number;
  readonly code: string;
  readonly messageJa: string;
  readonly messageEn: string;
  readonly choices: readonly QuestionChoice[];
}

export interface QuestionChoice {
  readonly value: string;
  readonly labelJa: string;
  readonly labelEn: string;
}

export interface SheetCount {
  readonly sheet: MoveInSheet;
  readonly outcome: RowOutcomeKind;
  readonly count: number;
}

/** Rows of an earlier import that this workbook does not have any more. They stay as they are. */
export interface AbsentRow {
  readonly sheet: MoveInSheet;
  readonly rowKey: string;
}

export interface MoveInReport {
  readonly isDryRun: boolean;
  /** Whether it is stored now: not in a dry run, and not while something has to be corrected or answered. */
  readonly isStored: boolean;
  readonly fileName: string;
  readonly counts: readonly SheetCount[];
  /** In the order of the sheets and their lines. */
  readonly rows: readonly RowOutcome[];
  /** The first `MAX_LISTED`. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly questions: readonly MoveInQuestion[];
  readonly notRead: readonly NotRead[];
  /** The first `MAX_LISTED`. */
  readonly absent: readonly AbsentRow[];
  readonly absentCount: number;
}

/** More than a person reads is counted only. */
export const MAX_LISTED = 1_000;
