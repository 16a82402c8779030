import { activityReports } from './activities/activities.feature.js';
import { audit } from './audit/audit.feature.js';
import { closing } from './closing/closing.feature.js';
import { exports } from './exports/exports.feature.js';
import { fairness } from './fairness/fairness.feature.js';
import { procurement } from './procurement/procurement.feature.js';
import { recorded } from './recorded/recorded.feature.js';
import { results } from './results/results.feature.js';
import { today } from './today/today.feature.js';
import { wageReports } from './wages/wages.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const REPORTS_FEATURES = [
  activityReports,
  audit,
  closing,
  exports,
  fairness,
  procurement,
  recorded,
  results,
  today,
  wageReports,
];
