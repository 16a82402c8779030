import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { paperSearch } from './paper-search.js';

export const paperRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/papers',
    validateSearch: paperSearch,
    component: lazyRouteComponent(() => import('./papers-page.js'), 'PapersPage'),
  }),
] as const;
