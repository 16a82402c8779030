import { createRoute } from '@tanstack/react-router';
import { deskArea, onlyAdministrators } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const moveInRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/move-in',
    beforeLoad: onlyAdministrators,
    component: lazyPage(() => import('./move-in-page.js'), 'MoveInPage'),
  }),
] as const;
