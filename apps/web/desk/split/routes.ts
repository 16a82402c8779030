import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';

interface SplitSearch {
  /** Splits by the answers to this call. */
  callId?: string;
}

export const splitRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/orders/$id/split/$stepId',
    validateSearch: (search: Record<string, unknown>): SplitSearch =>
      typeof search.callId === 'string' ? { callId: search.callId } : {},
    component: lazyRouteComponent(() => import('./page.js'), 'SplitPage'),
  }),
] as const;
