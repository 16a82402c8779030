import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

interface NewSearch {
  /** The one whose content is to be proposed again. */
  copy?: string;
}

export const standingRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/standing',
    component: lazyPage(() => import('./list-page.js'), 'StandingListPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/standing/new',
    validateSearch: ({ copy }: Record<string, unknown>): NewSearch =>
      typeof copy === 'string' && copy !== '' ? { copy } : {},
    component: lazyPage(() => import('./new-page.js'), 'NewStandingPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/standing/$id',
    component: lazyPage(() => import('./standing-page.js'), 'StandingPage'),
  }),
] as const;
