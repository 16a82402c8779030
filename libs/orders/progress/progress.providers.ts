import { ForecastQueries } from './forecast.queries.js';
import { PaceCheck } from './pace-check.entity.js';
import { WarnOfLateWork } from './warn-of-late-work.js';

/** All that belongs to pace and forecast, for the module. */
export const progress = {
  entities: [PaceCheck],
  queries: [ForecastQueries],
  deadlines: [WarnOfLateWork],
};
