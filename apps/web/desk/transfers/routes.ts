import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const transferRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/transfers',
    component: lazyPage(() => import('./transfers-page.js'), 'TransfersPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/transfers/$id',
    component: lazyPage(() => import('./transfer-page.js'), 'TransferPage'),
  }),
] as const;
