import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

export const buyersRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/buyers',
    component: lazyRouteComponent(() => import('./buyers-page.js'), 'BuyersPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/buyers/$id',
    component: lazyRouteComponent(() => import('./buyer-page.js'), 'BuyerPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/buyers/new',
    component: lazyRouteComponent(() => import('./new-buyer-page.js'), 'NewBuyerPage'),
  }),
] as const;
