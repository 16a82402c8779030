import { createRoute } from '@tanstack/react-router';
import { facilityArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const facilityWageRoutes = [
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/wages',
    component: lazyPage(() => import('../../wages/own-page.js'), 'OwnWagesPage'),
  }),
] as const;
