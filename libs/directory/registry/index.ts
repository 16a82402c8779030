/**
 * Reading a prefecture's published facility list: file → table → facilities, and the free text of what each does →
 * work types. Nothing here touches the database; only `loadStarterData` reads files.
 *
 *     const reading = await readTable(bytes);
 *     if (!reading.ok) return reading.problem;
 *     const { rows, problems } = readRegistry(reading.table);
 *     const { workTypes, standardTimes } = await loadStarterData();
 *     const dictionary = buildDictionary(workTypes);
 *     const mentions = recogniseServices(rows[0].servicesText, dictionary);
 */
export { type Table, type TableReading, type TableRow, readTable } from './read-table.js';
export type { TableProblem } from './table-problem.js';
export {
  type RegistryOptions,
  type RegistryReading,
  type RegistryRow,
  type RegistryTarget,
  type RegistryWage,
  type RejectedRow,
  readRegistry,
} from './read-registry.js';
export type { RowProblem } from './registry-problem.js';
export { type WorkType, type WorkTypeDictionary, buildDictionary } from './work-type-dictionary.js';
export { type RecognisedBy, type ServiceMention, recogniseServices } from './recognise-services.js';
export {
  type FacilityMentions,
  type RecognitionReport,
  type UnrecognisedService,
  renderRecognitionReport,
  reportRecognition,
} from './recognition-report.js';
export type { StandardTime } from './standard-times.js';
export { type StarterData, loadStarterData } from './starter-data.js';
