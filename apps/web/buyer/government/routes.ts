import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';

export const governmentRoutes = [
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/orders/$id/basis',
    component: lazyRouteComponent(() => import('./basis-page.js'), 'BasisPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/orders/$id/publications',
    component: lazyRouteComponent(() => import('./publications-page.js'), 'PublicationsPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/publications',
    component: lazyRouteComponent(() => import('./publication-list-page.js'), 'PublicationListPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/rules',
    component: lazyRouteComponent(() => import('./rules-page.js'), 'RulesPage'),
  }),
] as const;
