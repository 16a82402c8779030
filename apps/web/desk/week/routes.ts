import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

export const weekRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/week',
    component: lazyRouteComponent(() => import('./page.js'), 'WeekPlanPage'),
  }),
] as const;
