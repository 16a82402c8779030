import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { readBoardSearch } from './board-search.js';

export const boardRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders',
    validateSearch: readBoardSearch,
    component: lazyRouteComponent(() => import('./page.js'), 'BoardPage'),
  }),
] as const;
