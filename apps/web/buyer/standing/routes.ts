import { createRoute } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const standingRoutes = [
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/standing',
    component: lazyPage(() => import('./list-page.js'), 'BuyerStandingListPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/standing/$id',
    component: lazyPage(() => import('./standing-page.js'), 'BuyerStandingPage'),
  }),
] as const;
