import { createRoute } from '@tanstack/react-router';
import { prefectureArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { reportSearch } from '../../wages/report-search.js';

const list = lazyPage(() => import('../../wages/check-list.js'), 'WageReturnsPage');
const one = lazyPage(() => import('../../wages/check-page.js'), 'CheckWageReturnPage');
const report = lazyPage(() => import('../../wages/report-page.js'), 'WageReportPage');

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
    component: lazyPage(() => import('../../wages/rules-page.js'), 'WageRulesPage'),
  }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/wages/plans',
    component: lazyPage(() => import('../../wages/plans-page.js'), 'WagePlansPage'),
  }),
] as const;
