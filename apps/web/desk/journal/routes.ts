import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

export const journalRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/journal',
    component: lazyPage(() => import('./journal-page.js'), 'JournalPage'),
  }),
] as const;
