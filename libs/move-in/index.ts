/** A desk that begins in the middle of a year brings its past along, in one workbook. */
export { type MoveInReport, ROW_OUTCOMES, type RowOutcomeKind } from './bring/move-in-report.js';
export { ImportWorkbook } from './bring/import-workbook.js';
export { MoveInQueries } from './bring/move-in.queries.js';
export { MOVE_IN_SHEETS, type MoveInSheet } from './workbook/layout.js';
export { TEMPLATE_FILE_NAME } from './workbook/template.js';
export { MoveInModule } from './move-in.module.js';
export { MOVE_IN_FEATURES } from './move-in.features.js';
