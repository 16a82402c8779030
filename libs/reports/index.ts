export type { BookedOrder, ContractResultsTable, ResultFigures } from './contract-results.js';
export { type ContractResults, ReportQueries } from './report.queries.js';
export { ReportsModule } from './reports.module.js';
