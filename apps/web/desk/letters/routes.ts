import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const letterRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/letters',
    component: lazyPage(() => import('./letters-page.js'), 'LettersPage'),
  }),
] as const;
