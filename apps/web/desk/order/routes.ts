import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

export const orderRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id',
    component: lazyRouteComponent(() => import('./page.js'), 'OrderPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/steps',
    component: lazyRouteComponent(() => import('./steps/page.js'), 'StepsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/quote',
    component: lazyRouteComponent(() => import('./quote/page.js'), 'QuotePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/publications',
    component: lazyRouteComponent(() => import('./publications/page.js'), 'DeskPublicationsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/propose',
    component: lazyRouteComponent(() => import('./amendment/propose-page.js'), 'ProposePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/amendments/$amendmentId',
    component: lazyRouteComponent(() => import('./amendment/page.js'), 'AmendmentPage'),
  }),
] as const;
