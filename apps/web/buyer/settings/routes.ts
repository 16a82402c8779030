import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/settings',
    component: lazyRouteComponent(() => import('./page.js'), 'SettingsPage'),
  }),
] as const;
