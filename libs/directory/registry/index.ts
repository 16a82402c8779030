/**
 * Reading a prefecture's published facility list: file → sheets → lists → facilities, and the free text of what each does
 * → work types. Nothing here touches the database; only `loadStarterData` reads files.
 *
 *     const reading = readSheets(bytes, isHeadingRow);
 *     if (!reading.ok) return reading.problem;
 *     const { rows, problems } = readRegistry(reading.sheets);
 *     const { workTypes, standardTimes } = await loadStarterData();
 *     const dictionary = buildDictionary(workTypes);
 *     const mentions = recogniseServices(rows[0].servicesText, dictionary);
 */
export { readSheets, type SheetsReading } from './reading/read-sheets.js';
export type { Sheet } from './reading/sheet.js';
export { type TableProblem, tableProblem } from './reading/table-problem.js';
export { isHeadingRow } from './layout/find-lists.js';
export { type PassedOver, type RegistryAnswers, readRegistry } from './read-registry.js';
export type { ColumnReading } from './values/list-columns.js';
export type { RegistryRow } from './values/registry-row.js';
export type { RegistryWage } from './values/read-row.js';
export type { KindAnswer } from './values/resolve-kind.js';
export { type RowProblem, sentences } from './values/registry-problem.js';
export { foldAddress, foldCorporation, foldEncoding, foldName } from './values/fold-name.js';
export { type WorkType, type WorkTypeDictionary, buildDictionary } from './recognition/work-type-dictionary.js';
export { type RecognisedBy, type ServiceMention, recogniseServices } from './recognition/recognise-services.js';
export {
  type FacilityMentions,
  type RecognitionReport,
  type UnrecognisedService,
  renderRecognitionReport,
  reportRecognition,
} from './recognition/recognition-report.js';
export type { StandardTime } from './standard-times.js';
export { type StarterData, loadStarterData } from './starter-data.js';
