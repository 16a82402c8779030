import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

export const moveInRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/move-in',
    component: lazyRouteComponent(() => import('./move-in-page.js'), 'MoveInPage'),
  }),
] as const;
