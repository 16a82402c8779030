export { sentencesOf } from './audit/sentence-of.js';
export { type AuditFilter, AuditQueries, type AuditView } from './audit/audit.queries.js';
export { type OrderEvent, OrderTimelines } from './audit/order-timelines.js';
export type { Cell, LongTable, Row } from './exports/cells.js';
export { csvOf } from './exports/csv.js';
export { RecordExport } from './exports/record-export.js';
export { MAX_XLSX_ROWS, xlsxOf } from './exports/xlsx.js';
export type { BookedOrder, ContractResultsTable, ResultFigures } from './results/contract-results.js';
export { type ContractResults, ReportQueries } from './results/report.queries.js';
export {
  type ReportCell,
  type ReportColumn,
  type ReportMark,
  type ReportRow,
  type ReportTable,
  type ReportUnit,
  reportCell,
  yearColumn,
} from './tables/report-table.js';
export { BuyerTodayQueries } from './today/buyer-today.queries.js';
export { BUYER_TODAY_KINDS } from './today/buyer-today.rows.js';
export { DeskToday, type TodayGroup, type TodayItem } from './today/desk-today.js';
export { TODAY_KINDS, type TodayKind } from './today/desk-today.kinds.js';
export {
  type ActivityGrouping,
  type ActivityMeasure,
  ActivityReportQueries,
} from './activities/activity-report.queries.js';
export { type WageFigureFilter, type WageFigure, WageFigureQueries } from './wages/wage-figure.queries.js';
export { type WageReportKind, WageReportQueries } from './wages/wage-report.queries.js';
export { ReportsModule } from './reports.module.js';
export { REPORTS_FEATURES } from './reports.features.js';
