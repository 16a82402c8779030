import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

export const letterRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/letters',
    component: lazyRouteComponent(() => import('./letters-page.js'), 'LettersPage'),
  }),
] as const;
