import { activities } from './activities/activities.feature.js';
import { wageForecasts } from './forecast/forecast.feature.js';
import { wagePlans } from './plans/plans.feature.js';
import { wageReturns } from './returns/returns.feature.js';
import { wageRules } from './rules/rules.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const WAGES_FEATURES = [activities, wageForecasts, wagePlans, wageReturns, wageRules];
