import { createRoute } from '@tanstack/react-router';
import { facilityArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const comingRoutes = [
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/coming',
    component: lazyPage(() => import('./page.js'), 'ComingPage'),
  }),
] as const;
