import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { facilityArea } from '../../app/base-routes.js';

export const facilityWageRoutes = [
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/wages',
    component: lazyRouteComponent(() => import('../../wages/own-page.js'), 'OwnWagesPage'),
  }),
] as const;
