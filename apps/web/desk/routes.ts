import { contractRoutes } from './contracts/routes.js';
import { moneyRoutes } from './money/routes.js';
import { paperRoutes } from './papers/routes.js';

/** Each feature of the desk brings its own routes. */
export const deskRoutes = [...moneyRoutes, ...contractRoutes, ...paperRoutes] as const;
