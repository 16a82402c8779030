import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

export const transferRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/transfers',
    component: lazyRouteComponent(() => import('./transfers-page.js'), 'TransfersPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/transfers/$id',
    component: lazyRouteComponent(() => import('./transfer-page.js'), 'TransferPage'),
  }),
] as const;
