import { audit } from './audit/audit.feature.js';
import { exports } from './exports/exports.feature.js';
import { results } from './results/results.feature.js';
import { today } from './today/today.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const REPORTS_FEATURES = [audit, exports, results, today];
