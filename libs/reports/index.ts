export { sentencesOf } from './audit/sentence-of.js';
export { type AuditFilter, AuditQueries, type AuditView } from './audit/audit.queries.js';
export type { BookedOrder, ContractResultsTable, ResultFigures } from './results/contract-results.js';
export { type ContractResults, ReportQueries } from './results/report.queries.js';
export { BuyerTodayQueries } from './today/buyer-today.queries.js';
export { BUYER_TODAY_KINDS } from './today/buyer-today.rows.js';
export { ReportsModule } from './reports.module.js';
export { REPORTS_FEATURES } from './reports.features.js';
