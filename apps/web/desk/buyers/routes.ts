import { createRoute } from '@tanstack/react-router';
import { deskArea, onlyAdministrators } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const buyersRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/buyers',
    component: lazyPage(() => import('./buyers-page.js'), 'BuyersPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/buyers/$id',
    component: lazyPage(() => import('./buyer-page.js'), 'BuyerPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/buyers/new',
    beforeLoad: onlyAdministrators,
    component: lazyPage(() => import('./new-buyer-page.js'), 'NewBuyerPage'),
  }),
] as const;
