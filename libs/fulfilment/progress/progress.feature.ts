import { feature } from '#yui/platform';
import { ConfirmStop } from './confirm-stop.js';
import { ForecastQueries } from './forecast.queries.js';
import { PaceCheck } from './pace-check.entity.js';
import { RemindStops } from './remind-stops.js';
import { ReportProgress } from './report-progress.js';
import { WarnOfLateWork } from './warn-of-late-work.js';

export const progress = feature({
  entities: [PaceCheck],
  commands: [ConfirmStop, ReportProgress],
  queries: [ForecastQueries],
  deadlines: [RemindStops, WarnOfLateWork],
});
