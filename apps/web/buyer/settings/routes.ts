import { createRoute } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/settings',
    component: lazyPage(() => import('./page.js'), 'SettingsPage'),
  }),
] as const;
