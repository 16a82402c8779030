import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

export const enteringRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/new',
    component: lazyRouteComponent(() => import('./new-order.js'), 'NewOrderPage'),
  }),
] as const;
