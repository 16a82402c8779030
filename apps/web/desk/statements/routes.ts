import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readTexts } from '../../app/search.js';
import { deskArea } from '../../app/base-routes.js';

export const statementRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/statements',
    validateSearch: readTexts('status', 'walked'),
    component: lazyRouteComponent(() => import('./statements-page.js'), 'StatementsPage'),
  }),
] as const;
