import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const weekRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/week',
    component: lazyPage(() => import('./page.js'), 'WeekPlanPage'),
  }),
] as const;
