import { standingRoutes } from './standing/routes.js';
import { weekRoutes } from './week/routes.js';
import { splitRoutes } from './split/routes.js';
import { enteringRoutes } from './entering/routes.js';
import { callRoutes } from './calls/routes.js';
import { deskCalendarRoutes } from './calendar/routes.js';
import { buyersRoutes } from './buyers/routes.js';
import { contractRoutes } from './contracts/routes.js';
import { facilitiesRoutes } from './facilities/routes.js';
import { inquiryRoutes } from './inquiries/routes.js';
import { letterRoutes } from './letters/routes.js';
import { inspectRoutes } from './inspect/routes.js';
import { moveInRoutes } from './move-in/routes.js';
import { moneyRoutes } from './money/routes.js';
import { orderRoutes } from './order/routes.js';
import { boardRoutes } from './orders/routes.js';
import { paperRoutes } from './papers/routes.js';
import { resultRoutes } from './results/routes.js';
import { deskFairnessRoutes } from '../fairness/routes.js';
import { deskResultsRoutes } from '../results/routes.js';
import { settingsRoutes } from './settings/routes.js';
import { journalRoutes } from './journal/routes.js';
import { statementRoutes } from './statements/routes.js';
import { transferRoutes } from './transfers/routes.js';
import { todayRoutes } from './today/routes.js';
import { deskWageRoutes } from './wages/routes.js';

/** Each feature of the desk brings its own routes. */
export const deskRoutes = [
  ...todayRoutes,
  ...boardRoutes,
  ...enteringRoutes,
  ...inquiryRoutes,
  ...letterRoutes,
  ...orderRoutes,
  ...inspectRoutes,
  ...moneyRoutes,
  ...statementRoutes,
  ...transferRoutes,
  ...journalRoutes,
  ...contractRoutes,
  ...paperRoutes,
  ...facilitiesRoutes,
  ...buyersRoutes,
  ...resultRoutes,
  ...deskResultsRoutes,
  ...deskFairnessRoutes,
  ...settingsRoutes,
  ...moveInRoutes,
  ...deskCalendarRoutes,
  ...callRoutes,
  ...splitRoutes,
  ...weekRoutes,
  ...standingRoutes,
  ...deskWageRoutes,
] as const;
