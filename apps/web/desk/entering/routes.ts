import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const enteringRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/new',
    component: lazyPage(() => import('./new-order.js'), 'NewOrderPage'),
  }),
] as const;
