import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { resultSearch } from './result-search.js';

export const resultRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/results',
    validateSearch: resultSearch,
    component: lazyRouteComponent(() => import('./results-page.js'), 'ResultsPage'),
  }),
] as const;
