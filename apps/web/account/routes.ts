import { createRoute } from '@tanstack/react-router';
import { inside } from '../app/base-routes.js';
import { lazyPage } from '../app/lazy-page.js';

export const accountRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/account',
    component: lazyPage(() => import('./account-page.js'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/notifications',
    component: lazyPage(() => import('./notifications-page.js'), 'NotificationsPage'),
  }),
] as const;
