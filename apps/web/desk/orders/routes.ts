import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { readBoardSearch } from './board-search.js';

export const boardRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders',
    validateSearch: readBoardSearch,
    component: lazyPage(() => import('./page.js'), 'BoardPage'),
  }),
] as const;
