import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

export const journalRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/journal',
    component: lazyRouteComponent(() => import('./journal-page.js'), 'JournalPage'),
  }),
] as const;
