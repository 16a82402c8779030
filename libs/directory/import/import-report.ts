import { requireInteger } from '#yui/platform';
import type { ColumnReading, PassedOver, RecognitionReport } from '../registry/index.js';

/** Something in the file a person has to look at. */
export interface ImportProblem {
  /** null in a text file, or when it is the whole file. */
  readonly sheet: string | null;
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

/** Something the file does not say, and nobody supposes: the facilities concerned wait for the answer. */
export interface ImportQuestion {
  readonly code: 'IMPORT.KIND_ASKED';
  readonly sheet: string | null;
  readonly section: string | null;
  /** Of the first facility concerned. */
  readonly line: number;
  readonly rowCount: number;
  /** Of the first few of them. */
  readonly names: readonly string[];
  readonly messageJa: string;
  readonly messageEn: string;
}

/** One thing that becomes different. `field` is a name of the directory, such as `capacityPersons` or `wage.2023.monthYen`. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** All that is stored of one facility. */
export interface StoredFacility {
  /** null: asked for. */
  readonly typeCode: string | null;
  /** `ANSWER`: the caller said so; `DIRECTORY`: the file does not say, and it was known before; null: asked for. */
  readonly typeStatedBy: 'COLUMN' | 'SECTION' | 'SHEET' | 'TITLE' | 'HEADING' | 'ANSWER' | 'DIRECTORY' | null;
  /** null: to be filled in. */
  readonly capacityPersons: number | null;
  readonly registryNumber: number | null;
  readonly facilityNumber: string | null;
  readonly corporationName: string | null;
  readonly address: string | null;
  readonly servicesText: string;
  readonly wages: readonly StoredWage[];
  readonly services: readonly StoredService[];
}

export interface StoredWage {
  readonly fiscalYear: number;
  readonly monthYen: number | null;
  readonly hourYen: number | null;
  readonly targetMonthYen: number | null;
}

/** A service as written, and how it was recognised. */
export interface StoredService {
  readonly text: string;
  readonly context: string | null;
  /** null: kept as text alone. */
  readonly workTypeCode: string | null;
  readonly recognisedBy: string | null;
  readonly matchedTerm: string | null;
}

/** What the import does to one facility of the file. */
export interface FacilityOutcome {
  readonly sheet: string | null;
  readonly line: number;
  /** All its rows: more than one where a list has one for each product. */
  readonly lines: readonly number[];
  readonly name: string;
  /** null: it is new, and this is a dry run or its kind is asked for. */
  readonly facilityId: string | null;
  /**
   * `KEPT`: the file does not reach it, because it has left this desk, because another desk, with which it was
   * registered earlier, keeps its registry entry, or because it is not a member and has to agree to becoming one.
   * `ASKED`: it waits for an answer. `AMBIGUOUS`: several facilities of the directory could be meant.
   */
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'KEPT' | 'ASKED' | 'AMBIGUOUS';
  readonly changes: readonly FieldChange[];
  readonly stored: StoredFacility;
}

export interface ImportReport {
  readonly isDryRun: boolean;
  readonly fileName: string;
  readonly sourceName: string;
  readonly createdCount: number;
  readonly updatedCount: number;
  readonly unchangedCount: number;
  readonly keptCount: number;
  /** Facilities that wait for an answer. */
  readonly askedCount: number;
  /** Rows with a problem, which stayed out. */
  readonly rejectedCount: number;
  /** In the order of the file. */
  readonly facilities: readonly FacilityOutcome[];
  readonly questions: readonly ImportQuestion[];
  /** The first `MAX_LISTED`. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** How each column was read. */
  readonly columns: readonly ColumnReading[];
  /** Titles, totals, notes, hidden sheets, homes and the like: the first `MAX_LISTED`. */
  readonly passedOver: readonly PassedOver[];
  readonly passedOverCount: number;
  /** Members that came from this list earlier and are no longer in it. They stay as they are. */
  readonly absentNames: readonly string[];
  /** Headings of columns that were not read. */
  readonly unreadHeaders: readonly string[];
  /** How many services were recognised, and the texts that were not. */
  readonly recognition: RecognitionReport;
}

/** More problems than a person reads are counted only. */
export const MAX_LISTED = 1_000;

const MAX_FACILITIES_AT_ONCE = 500;

/** Some of the facilities of a report, in the order of the file. @throws INPUT.NUMBER_OUT_OF_RANGE */
export function outcomesBetween<Outcome>(
  outcomes: readonly Outcome[],
  offset: number,
  limit: number,
): readonly Outcome[] {
  const from = requireInteger('offset', offset, 0, 1_000_000);
  return outcomes.slice(from, from + requireInteger('limit', limit, 0, MAX_FACILITIES_AT_ONCE));
}
