export { sentencesOf } from './audit/sentence-of.js';
export { type AuditFilter, AuditQueries, type AuditView } from './audit/audit.queries.js';
export { type OrderEvent, OrderTimelines } from './audit/order-timelines.js';
export { CloseYear, type CloseYearInput } from './closing/close-year.js';
export { CLOSED_REPORTS, type ClosedReport, type ClosedYear } from './closing/closed-year.entity.js';
export { ClosedYearQueries, CLOSING_CAUSES, type ClosingCause } from './closing/closed-year.queries.js';
export type { Cell, LongTable, Row } from './exports/cells.js';
export { csvOf } from './exports/csv.js';
export { PrintReport } from './exports/print-report.js';
export { RecordExport } from './exports/record-export.js';
export { MAX_XLSX_ROWS, xlsxOf } from './exports/xlsx.js';
export type { BookedOrder, ContractResultsTable, ResultFigures } from './results/contract-results.js';
export { type ContractResults, ReportQueries } from './results/report.queries.js';
export {
  type AmountUnit,
  type ReportCell,
  type ReportColumn,
  type ReportMark,
  type ReportRow,
  type ReportTable,
  type ReportUnit,
  reportCell,
  yearColumn,
} from './tables/report-table.js';
export { type FairnessLedger, type FairnessMonth } from './fairness/fairness-ledger.js';
export { fairnessReport } from './fairness/fairness-report.js';
export {
  type DeskLedger,
  FairnessQueries,
  type FairnessRow,
  type FairnessRowsAsked,
} from './fairness/fairness.queries.js';
export { BuyerTodayQueries } from './today/buyer-today.queries.js';
export { BUYER_TODAY_KINDS } from './today/buyer-today.rows.js';
export { DeskToday, type TodayGroup, type TodayItem } from './today/desk-today.js';
export { TODAY_KINDS, type TodayKind } from './today/desk-today.kinds.js';
export {
  type ActivityGrouping,
  type ActivityMeasure,
  ActivityReportQueries,
} from './activities/activity-report.queries.js';
export {
  type WageFigureFilter,
  type WageFigure,
  WageFigureQueries,
  type WageUnknown,
} from './wages/wage-figure.queries.js';
export { type WageReportKind, WageReportQueries } from './wages/wage-report.queries.js';
export { ReportsModule } from './reports.module.js';
export { REPORTS_FEATURES } from './reports.features.js';
export {
  type ProcurementAsked,
  ProcurementQueries,
  type ProcurementResults,
  type ProcuredRow,
} from './procurement/procurement.queries.js';
export { PROCUREMENT_DIMENSIONS, type ProcurementDimension } from './procurement/procured-rows.js';
export type { ProcurementCell, ProcurementRow, TargetCell } from './procurement/procurement-table.js';
export { procurementReport } from './procurement/procurement-report.js';
export { PolicyQueries, type PolicyReport } from './procurement/policy.queries.js';
export type { ProcurementPolicy } from './procurement/procurement-policy.entity.js';
export { type Booking, BOOKINGS, type ProcurementRule } from './procurement/procurement-rule.entity.js';
export {
  type Comparator,
  COMPARATORS,
  type ProcurementTarget,
  TARGET_MEASURES,
  type TargetMeasure,
} from './procurement/procurement-target.entity.js';
export { RecordPolicy, type RecordPolicyInput } from './procurement/record-policy.js';
export { SetProcurementRule, type SetProcurementRuleInput } from './procurement/set-procurement-rule.js';
export { SetProcurementTarget, type SetProcurementTargetInput } from './procurement/set-procurement-target.js';
export { ImportResults, type ImportResultsInput, type ResultImportReport } from './recorded/import-results.js';
export { checkFigure } from './recorded/check-figure.js';
export { storeResults } from './recorded/import-results.js';
export { dayIn } from './recorded/table-figure.js';
export { fiscalYearIn } from './recorded/result-words.js';
export { type RecordedRow, RecordResults, type RecordResultsInput } from './recorded/record-results.js';
export {
  GOVERNMENT_LEVELS,
  type GovernmentLevel,
  type Grain,
  GRAINS,
  type RecordedResult,
  type ResultFigure,
} from './recorded/recorded-result.entity.js';
export {
  type RecordedResultFilter,
  RecordedResultQueries,
  type RecordedSource,
} from './recorded/recorded-result.queries.js';
export { RemoveRecordedResult } from './recorded/remove-recorded-result.js';
export { jointOrderReport } from './results/joint-order-report.js';
export { JointOrderQueries, type JointOrderResults } from './results/joint-orders.queries.js';
export type { JointOrderCell, JointOrderRow } from './results/joint-order-table.js';
