import { ConfirmStop } from './confirm-stop.js';
import { ForecastQueries } from './forecast.queries.js';
import { PaceCheck } from './pace-check.entity.js';
import { ProgressReport } from '../assignments/progress-report.entity.js';
import { RemindStops } from './remind-stops.js';
import { ReportProgress } from './report-progress.js';
import { WarnOfLateWork } from './warn-of-late-work.js';

/** All that belongs to how far work has come, for the module. */
export const progress = {
  entities: [ProgressReport, PaceCheck],
  queries: [ForecastQueries],
  commands: [ReportProgress, ConfirmStop],
  deadlines: [RemindStops, WarnOfLateWork],
};
