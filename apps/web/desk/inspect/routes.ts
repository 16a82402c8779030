import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

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
    component: lazyPage(() => import('./list-page.js'), 'InspectListPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/inspect/$deliveryId',
    component: lazyPage(() => import('./page.js'), 'InspectPage'),
  }),
] as const;
