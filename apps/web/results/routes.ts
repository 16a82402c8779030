import { createRoute } from '@tanstack/react-router';
import { buyerArea, deskArea, prefectureArea } from '../app/base-routes.js';
import { lazyPage } from '../app/lazy-page.js';
import { resultsSearch } from './address.js';

const joint = lazyPage(() => import('./joint-orders-page.js'), 'JointOrdersPage');
const table = lazyPage(() => import('./procurement-page.js'), 'ProcurementPage');
const rows = lazyPage(() => import('./rows-page.js'), 'ProcuredRowsPage');
const recorded = lazyPage(() => import('./recorded-page.js'), 'RecordedPage');
const closed = lazyPage(() => import('./closing-page.js'), 'ClosingPage');
const settings = lazyPage(() => import('./settings-page.js'), 'ResultSettingsPage');
const validateSearch = resultsSearch;

/** The tables of results, as each role has them. */
export const deskResultsRoutes = [
  createRoute({ getParentRoute: () => deskArea, path: '/desk/results/years', validateSearch, component: joint }),
  createRoute({ getParentRoute: () => deskArea, path: '/desk/results/procurement', validateSearch, component: table }),
  createRoute({ getParentRoute: () => deskArea, path: '/desk/results/rows', validateSearch, component: rows }),
  createRoute({ getParentRoute: () => deskArea, path: '/desk/results/recorded', validateSearch, component: recorded }),
  createRoute({ getParentRoute: () => deskArea, path: '/desk/results/closed', validateSearch, component: closed }),
] as const;

export const buyerResultsRoutes = [
  createRoute({ getParentRoute: () => buyerArea, path: '/buyer/results', validateSearch, component: table }),
  createRoute({ getParentRoute: () => buyerArea, path: '/buyer/results/rows', validateSearch, component: rows }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/results/recorded',
    validateSearch,
    component: recorded,
  }),
  createRoute({ getParentRoute: () => buyerArea, path: '/buyer/results/closed', validateSearch, component: closed }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/results/settings',
    validateSearch,
    component: settings,
  }),
] as const;

export const prefectureResultsRoutes = [
  createRoute({ getParentRoute: () => prefectureArea, path: '/prefecture/results', validateSearch, component: joint }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/procurement',
    validateSearch,
    component: table,
  }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/procurement/rows',
    validateSearch,
    component: rows,
  }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/recorded',
    validateSearch,
    component: recorded,
  }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/closed',
    validateSearch,
    component: closed,
  }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/settings',
    validateSearch,
    component: settings,
  }),
] as const;
