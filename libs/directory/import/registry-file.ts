import {
  buildDictionary,
  type ColumnReading,
  isHeadingRow,
  type PassedOver,
  readRegistry,
  readSheets,
  recogniseServices,
  type RecognitionReport,
  type RegistryAnswers,
  type RegistryRow,
  reportRecognition,
  type ServiceMention as RecognisedService,
  type StandardTime,
  type StarterData,
  type WorkTypeDictionary,
} from '../registry/index.js';
import type { ImportProblem } from './import-report.js';
import { kindUnclear } from './kind-questions.js';

/** One facility as the file has it, with what its services were recognised as. */
export interface ListedFacility extends RegistryRow {
  readonly mentions: readonly RecognisedService[];
  /** Starter values for every kind of work that was recognised, by work type code. */
  readonly standardTimes: ReadonlyMap<string, StandardTime>;
}

export interface RegistryFile {
  readonly facilities: readonly ListedFacility[];
  /** Names in the rows that stayed out; '' where a row has none. */
  readonly rejectedNames: readonly string[];
  readonly problems: readonly ImportProblem[];
  /** How each column was read. */
  readonly columns: readonly ColumnReading[];
  /** What is no facility, or was not read. */
  readonly passedOver: readonly PassedOver[];
  readonly recognition: RecognitionReport;
}

/**
 * Reads a published list. Never throws for what is in the file: what cannot be read is a problem in the answer. Takes its
 * time: `readFileApart` does it outside the event loop.
 */
export function readRegistryFile(
  content: Uint8Array,
  starter: StarterData,
  answers: RegistryAnswers = {},
): RegistryFile {
  const reading = readSheets(content, isHeadingRow);
  if (!reading.ok) return withoutList([{ ...reading.problem, sheet: null, column: null, value: null }]);
  const { rows, rejectedRows, problems, fileProblem, columns, passedOver } = readRegistry(reading.sheets, answers);
  if (fileProblem) {
    return { ...withoutList([{ ...fileProblem, sheet: null, column: null, value: null }]), passedOver };
  }
  const dictionary = buildDictionary(starter.workTypes);
  const isClear = ({ kind }: RegistryRow) => kind.is !== 'ASKED' || kind.value === null;
  const facilities = rows.filter(isClear).map((row) => listedFacility(row, dictionary, starter));
  const unclear = rows.filter((row) => !isClear(row));
  return {
    facilities,
    rejectedNames: [...rejectedRows, ...unclear].map(({ name }) => name),
    problems: [...problems, ...unclear.map((row) => kindUnclear(row, columns))],
    columns,
    passedOver,
    recognition: reportRecognition(facilities),
  };
}

/** The answer for a file in which there is no list. */
export function withoutList(problems: readonly ImportProblem[]): RegistryFile {
  return {
    facilities: [],
    rejectedNames: [],
    problems,
    columns: [],
    passedOver: [],
    recognition: reportRecognition([]),
  };
}

function listedFacility(
  row: RegistryRow,
  dictionary: WorkTypeDictionary,
  { standardTimes }: StarterData,
): ListedFacility {
  const mentions = recogniseServices(row.servicesText, dictionary);
  const recognised = new Map<string, StandardTime>();
  for (const { workTypeCode } of mentions) {
    const time = workTypeCode === null ? undefined : standardTimes.get(workTypeCode);
    if (time) recognised.set(time.workTypeCode, time);
  }
  return { ...row, mentions, standardTimes: recognised };
}
