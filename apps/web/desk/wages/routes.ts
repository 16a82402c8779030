import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { reportSearch } from '../../wages/report-search.js';

const list = lazyRouteComponent(() => import('../../wages/check-list.js'), 'WageReturnsPage');
const one = lazyRouteComponent(() => import('../../wages/check-page.js'), 'CheckWageReturnPage');
const report = lazyRouteComponent(() => import('../../wages/report-page.js'), 'WageReportPage');

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
    component: lazyRouteComponent(() => import('../../wages/member-page.js'), 'MemberWagesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/activities',
    component: lazyRouteComponent(() => import('../../wages/activities-page.js'), 'ActivitiesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/wages/plans',
    component: lazyRouteComponent(() => import('../../wages/plans-page.js'), 'WagePlansPage'),
  }),
] as const;
