import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const orderRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id',
    component: lazyPage(() => import('./page.js'), 'OrderPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/steps',
    component: lazyPage(() => import('./steps/page.js'), 'StepsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/quote',
    component: lazyPage(() => import('./quote/page.js'), 'QuotePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/publications',
    component: lazyPage(() => import('./publications/page.js'), 'DeskPublicationsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/propose',
    component: lazyPage(() => import('./amendment/propose-page.js'), 'ProposePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/amendments/$amendmentId',
    component: lazyPage(() => import('./amendment/page.js'), 'AmendmentPage'),
  }),
] as const;
