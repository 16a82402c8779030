import { createRoute } from '@tanstack/react-router';
import { prefectureResultsRoutes } from '../results/routes.js';
import { prefectureArea } from '../app/base-routes.js';
import { lazyPage } from '../app/lazy-page.js';
import { prefectureWageRoutes } from './wages/routes.js';

interface YearSearch {
  /** First year of the fiscal year; omitted: the present one. */
  year?: number;
}

const yearSearch = ({ year }: Record<string, unknown>): YearSearch =>
  Number.isInteger(Number(year)) && year !== undefined ? { year: Number(year) } : {};

export const prefectureRoutes = [
  ...prefectureResultsRoutes,
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture',
    component: lazyPage(() => import('./desks-page.js'), 'OverseenDesksPage'),
  }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/desks/$id',
    validateSearch: yearSearch,
    component: lazyPage(() => import('./results-page.js'), 'OverseenResultsPage'),
  }),
  createRoute({
    getParentRoute: () => prefectureArea,
    path: '/prefecture/desks/$id/facilities',
    component: lazyPage(() => import('./facilities-page.js'), 'OverseenFacilitiesPage'),
  }),
  ...prefectureWageRoutes,
] as const;
