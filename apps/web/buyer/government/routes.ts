import { createRoute } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const governmentRoutes = [
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/orders/$id/basis',
    component: lazyPage(() => import('./basis-page.js'), 'BasisPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/orders/$id/publications',
    component: lazyPage(() => import('./publications-page.js'), 'PublicationsPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/publications',
    component: lazyPage(() => import('./publication-list-page.js'), 'PublicationListPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/rules',
    component: lazyPage(() => import('./rules-page.js'), 'RulesPage'),
  }),
] as const;
