import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const todayRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk',
    component: lazyPage(() => import('./page.js'), 'DeskTodayPage'),
  }),
] as const;
