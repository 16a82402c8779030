import { occurrences } from './occurrences/occurrences.feature.js';
import { standingOrders } from './standing-orders/standing-orders.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const RECURRING_FEATURES = [standingOrders, occurrences];
