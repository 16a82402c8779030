import { createRoute } from '@tanstack/react-router';
import { readTexts } from '../../app/search.js';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const statementRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/statements',
    validateSearch: readTexts('status', 'walked'),
    component: lazyPage(() => import('./statements-page.js'), 'StatementsPage'),
  }),
] as const;
