import type { RecognitionReport } from '../registry/index.js';

/** Something in the file a person has to look at. */
export interface ImportProblem {
  /** Counted from 1; null when it is the whole file. */
  readonly line: number | null;
  /** The heading of the column as the file has it; null when it is no single column. */
  readonly column: string | null;
  readonly code: string;
  /** What the cell holds. */
  readonly value: string | null;
  readonly messageJa: string;
  readonly messageEn: string;
}

/** One thing that becomes different. `field` is a name of the directory, such as `capacityPersons` or `wage.2023.monthYen`. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What the import does to one facility of the file. */
export interface FacilityOutcome {
  readonly line: number;
  readonly name: string;
  /** null: it is new and this is a dry run. */
  readonly facilityId: string | null;
  /**
   * `KEPT`: the file does not reach it, because it has left this desk, because another desk, with which it was
   * registered earlier, keeps its registry entry, or because it is not a member and has to agree to becoming one.
   */
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'KEPT';
  readonly changes: readonly FieldChange[];
}

export interface ImportReport {
  readonly isDryRun: boolean;
  readonly fileName: string;
  readonly sourceName: string;
  readonly createdCount: number;
  readonly updatedCount: number;
  readonly unchangedCount: number;
  readonly keptCount: number;
  /** Rows with a problem, which stayed out. */
  readonly rejectedCount: number;
  /** In the order of the file. */
  readonly facilities: readonly FacilityOutcome[];
  readonly problems: readonly ImportProblem[];
  /** Members that came from this list earlier and are no longer in it. They stay as they are. */
  readonly absentNames: readonly string[];
  /** Headings of columns that were not read. */
  readonly unreadHeaders: readonly string[];
  /** How many services were recognised, and the texts that were not. */
  readonly recognition: RecognitionReport;
}
