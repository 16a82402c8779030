import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { resultSearch } from './result-search.js';

export const resultRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/results',
    validateSearch: resultSearch,
    component: lazyPage(() => import('./results-page.js'), 'ResultsPage'),
  }),
] as const;
