import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { facilityArea } from '../../app/base-routes.js';

export const comingRoutes = [
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/coming',
    component: lazyRouteComponent(() => import('./page.js'), 'ComingPage'),
  }),
] as const;
