import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { reportSearch } from '../../wages/report-search.js';

const list = lazyPage(() => import('../../wages/check-list.js'), 'WageReturnsPage');
const one = lazyPage(() => import('../../wages/check-page.js'), 'CheckWageReturnPage');
const report = lazyPage(() => import('../../wages/report-page.js'), 'WageReportPage');

export const deskWageRoutes = [
  createRoute({ getParentRoute: () => deskArea, path: '/desk/wages', component: list }),
  createRoute({ getParentRoute: () => deskArea, path: '/desk/wages/$id', component: one }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/wages/report',
    validateSearch: reportSearch,
    component: report,
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/wages/facility/$id',
    component: lazyPage(() => import('../../wages/member-page.js'), 'MemberWagesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/activities',
    component: lazyPage(() => import('../../wages/activities-page.js'), 'ActivitiesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/wages/plans',
    component: lazyPage(() => import('../../wages/plans-page.js'), 'WagePlansPage'),
  }),
] as const;
