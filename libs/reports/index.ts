export { type ActionSentence, SENTENCES, sentenceOf } from './audit/action-sentences.js';
export { type AuditFilter, AuditQueries, type AuditView } from './audit/audit.queries.js';
export type { BookedOrder, ContractResultsTable, ResultFigures } from './contract-results.js';
export { type ContractResults, ReportQueries } from './report.queries.js';
export { ReportsModule } from './reports.module.js';
