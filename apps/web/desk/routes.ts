import { contractRoutes } from './contracts/routes.js';
import { inspectRoutes } from './inspect/routes.js';
import { moneyRoutes } from './money/routes.js';
import { orderRoutes } from './order/routes.js';
import { boardRoutes } from './orders/routes.js';
import { paperRoutes } from './papers/routes.js';
import { todayRoutes } from './today/routes.js';

/** Each feature of the desk brings its own routes. */
export const deskRoutes = [
  ...todayRoutes,
  ...boardRoutes,
  ...orderRoutes,
  ...inspectRoutes,
  ...moneyRoutes,
  ...contractRoutes,
  ...paperRoutes,
] as const;
