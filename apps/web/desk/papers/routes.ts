import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { paperSearch } from './paper-search.js';

export const paperRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/papers',
    validateSearch: paperSearch,
    component: lazyPage(() => import('./papers-page.js'), 'PapersPage'),
  }),
] as const;
