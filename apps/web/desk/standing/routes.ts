import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

interface NewSearch {
  /** The one whose content is to be proposed again. */
  copy?: string;
}

export const standingRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/standing',
    component: lazyRouteComponent(() => import('./list-page.js'), 'StandingListPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/standing/new',
    validateSearch: ({ copy }: Record<string, unknown>): NewSearch =>
      typeof copy === 'string' && copy !== '' ? { copy } : {},
    component: lazyRouteComponent(() => import('./new-page.js'), 'NewStandingPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/standing/$id',
    component: lazyRouteComponent(() => import('./standing-page.js'), 'StandingPage'),
  }),
] as const;
