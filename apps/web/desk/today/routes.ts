import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

export const todayRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk',
    component: lazyRouteComponent(() => import('./page.js'), 'DeskTodayPage'),
  }),
] as const;
