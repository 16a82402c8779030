import { governmentRoutes } from './government/routes.js';
import { moneyRoutes } from './money/routes.js';
import { ordersRoutes } from './orders/routes.js';
import { postRoutes } from './post/routes.js';
import { standingRoutes } from './standing/routes.js';
import { buyerResultsRoutes } from '../results/routes.js';
import { settingsRoutes } from './settings/routes.js';

/** Each feature of the buyer brings its own routes. */
export const buyerRoutes = [
  ...postRoutes,
  ...ordersRoutes,
  ...governmentRoutes,
  ...moneyRoutes,
  ...buyerResultsRoutes,
  ...settingsRoutes,
  ...standingRoutes,
] as const;
