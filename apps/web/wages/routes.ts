import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea, facilityArea, prefectureArea } from '../app/base-routes.js';
import { reportSearch } from './report-search.js';

const list = lazyRouteComponent(() => import('./check-list.js'), 'WageReturnsPage');
const one = lazyRouteComponent(() => import('./check-page.js'), 'CheckWageReturnPage');
const report = lazyRouteComponent(() => import('./report-page.js'), 'WageReportPage');

export const facilityWageRoutes = [
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/wages',
    component: lazyRouteComponent(() => import('./own-page.js'), 'OwnWagesPage'),
  }),
] as const;

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
    component: lazyRouteComponent(() => import('./member-page.js'), 'MemberWagesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/activities',
    component: lazyRouteComponent(() => import('./activities-page.js'), 'ActivitiesPage'),
  }),
] as const;

export const prefectureWageRoutes = [
  createRoute({ getParentRoute: () => prefectureArea, path: '/prefecture/wages', component: list }),
  createRoute({ getParentRoute: () => prefectureArea, path: '/prefecture/wages/$id', component: one }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/wages/report',
    validateSearch: reportSearch,
    component: report,
  }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/wages/rules',
    component: lazyRouteComponent(() => import('./rules-page.js'), 'WageRulesPage'),
  }),
] as const;
