import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

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
    component: lazyPage(() => import('./page.js'), 'SplitPage'),
  }),
] as const;
