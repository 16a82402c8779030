import { createRoute } from '@tanstack/react-router';
import { facilityArea } from '../app/base-routes.js';
import { lazyPage } from '../app/lazy-page.js';
import { facilityFairnessRoutes } from '../fairness/routes.js';
import { comingRoutes } from './coming/routes.js';
import { JOB_FILTERS, type JobFilter } from './job-filters.js';
import { facilityWageRoutes } from './wages/routes.js';

interface JobsSearch {
  show?: JobFilter;
  /** Where each page before the shown one ended. */
  walked?: string;
}

const jobsSearch = (search: Record<string, unknown>): JobsSearch => {
  const show = JOB_FILTERS.find((each) => each === search.show);
  const walked = typeof search.walked === 'string' && search.walked !== '' ? search.walked : undefined;
  return { ...(show === undefined ? {} : { show }), ...(walked === undefined ? {} : { walked }) };
};

export const facilityRoutes = [
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility',
    component: lazyPage(() => import('./today/page.js'), 'FacilityTodayPage'),
  }),
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/assignments',
    validateSearch: jobsSearch,
    component: lazyPage(() => import('./jobs/page.js'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/assignments/$id',
    component: lazyPage(() => import('./job/page.js'), 'JobPage'),
  }),
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/calls/$id',
    component: lazyPage(() => import('./call/page.js'), 'CallPage'),
  }),
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/calendar',
    component: lazyPage(() => import('./calendar/page.js'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/abilities',
    component: lazyPage(() => import('./abilities/page.js'), 'AbilitiesPage'),
  }),
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/papers',
    component: lazyPage(() => import('./papers/page.js'), 'PapersPage'),
  }),
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/money',
    component: lazyPage(() => import('./money/page.js'), 'MoneyPage'),
  }),
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/desks',
    component: lazyPage(() => import('./desks/page.js'), 'DesksPage'),
  }),
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/settings',
    component: lazyPage(() => import('./settings/page.js'), 'FacilitySettingsPage'),
  }),
  ...comingRoutes,
  ...facilityFairnessRoutes,
  ...facilityWageRoutes,
] as const;
