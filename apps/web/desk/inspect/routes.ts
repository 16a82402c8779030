import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

interface ListSearch {
  /** Where each page before the shown one ended. */
  walked?: string;
}

export const inspectRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/inspect',
    validateSearch: ({ walked }: Record<string, unknown>): ListSearch =>
      typeof walked === 'string' && walked !== '' ? { walked } : {},
    component: lazyRouteComponent(() => import('./list-page.js'), 'InspectListPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/inspect/$deliveryId',
    component: lazyRouteComponent(() => import('./page.js'), 'InspectPage'),
  }),
] as const;
