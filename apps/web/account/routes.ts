import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../app/base-routes.js';

export const accountRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/account',
    component: lazyRouteComponent(() => import('./account-page.js'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/notifications',
    component: lazyRouteComponent(() => import('./notifications-page.js'), 'NotificationsPage'),
  }),
] as const;
