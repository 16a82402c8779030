import {
  buildDictionary,
  type RecognitionReport,
  readRegistry,
  readTable,
  recogniseServices,
  type RegistryRow,
  reportRecognition,
  type ServiceMention as RecognisedService,
  type StandardTime,
  type StarterData,
} from '../registry/index.js';
import { readFacilityTypes } from './facility-type-column.js';
import type { ImportProblem } from './import-report.js';

/** Figures of one fiscal year; null: the list gives none. */
export interface ListedWage {
  readonly fiscalYear: number;
  readonly monthYen: number | null;
  readonly hourYen: number | null;
  readonly targetMonthYen: number | null;
}

/** One facility as the file has it, with what its services were recognised as. */
export interface ListedFacility {
  readonly line: number;
  readonly name: string;
  readonly registryNumber: number | null;
  readonly capacityPersons: number;
  readonly servicesText: string;
  /** null: the file does not say. */
  readonly typeCode: string | null;
  readonly wages: readonly ListedWage[];
  readonly mentions: readonly RecognisedService[];
  /** Starter values for every kind of work that was recognised, by work type code. */
  readonly standardTimes: ReadonlyMap<string, StandardTime>;
}

export interface RegistryFile {
  readonly facilities: readonly ListedFacility[];
  /** Names in the rows that stayed out; '' where a row has none. */
  readonly rejectedNames: readonly string[];
  readonly problems: readonly ImportProblem[];
  readonly unreadHeaders: readonly string[];
  readonly recognition: RecognitionReport;
}

/** Reads a published list. Never throws for what is in the file: what cannot be read is a problem in the answer. */
export async function readRegistryFile(content: Uint8Array, starter: StarterData): Promise<RegistryFile> {
  const reading = await readTable(content);
  if (!reading.ok) {
    const problem = { ...reading.problem, column: null, value: null };
    return {
      facilities: [],
      rejectedNames: [],
      problems: [problem],
      unreadHeaders: [],
      recognition: reportRecognition([]),
    };
  }
  const { rows, rejectedRows, problems, unreadHeaders } = readRegistry(reading.table);
  const types = readFacilityTypes(reading.table);
  const hasTypeProblem = ({ line }: RegistryRow) => types?.problemByLine.has(line) ?? false;
  const dictionary = buildDictionary(starter.workTypes);
  const facilities = rows
    .filter((row) => !hasTypeProblem(row))
    .map((row) =>
      listedFacility(
        row,
        types?.typeByLine.get(row.line) ?? null,
        recogniseServices(row.servicesText, dictionary),
        starter,
      ),
    );
  return {
    facilities,
    rejectedNames: [...rejectedRows, ...rows.filter(hasTypeProblem)].map(({ name }) => name),
    problems: [...problems, ...(types?.problemByLine.values() ?? [])].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    unreadHeaders: unreadHeaders.filter((header) => header !== types?.header),
    recognition: reportRecognition(facilities),
  };
}

function listedFacility(
  row: RegistryRow,
  typeCode: string | null,
  mentions: readonly RecognisedService[],
  { standardTimes }: StarterData,
): ListedFacility {
  const recognised = new Map<string, StandardTime>();
  for (const { workTypeCode } of mentions) {
    const time = workTypeCode === null ? undefined : standardTimes.get(workTypeCode);
    if (time) recognised.set(time.workTypeCode, time);
  }
  return {
    line: row.line,
    name: row.name,
    registryNumber: row.sourceNumber,
    capacityPersons: row.capacityPersons,
    servicesText: row.servicesText,
    typeCode,
    wages: wagesOf(row),
    mentions,
    standardTimes: recognised,
  };
}

function wagesOf({ wages, targets }: RegistryRow): ListedWage[] {
  const byYear = new Map<number, ListedWage>();
  const at = (fiscalYear: number) =>
    byYear.get(fiscalYear) ?? { fiscalYear, monthYen: null, hourYen: null, targetMonthYen: null };
  for (const { fiscalYear, monthYen = null, hourYen = null } of wages) {
    byYear.set(fiscalYear, { ...at(fiscalYear), monthYen, hourYen });
  }
  for (const { fiscalYear, monthYen } of targets)
    byYear.set(fiscalYear, { ...at(fiscalYear), targetMonthYen: monthYen });
  return [...byYear.values()];
}

/** Two spellings of one name: width and spaces do not matter. Lists of two years often differ in them. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '');
}
