import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';

export const standingRoutes = [
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/standing',
    component: lazyRouteComponent(() => import('./list-page.js'), 'BuyerStandingListPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/standing/$id',
    component: lazyRouteComponent(() => import('./standing-page.js'), 'BuyerStandingPage'),
  }),
] as const;
