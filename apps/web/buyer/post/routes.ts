import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';

interface PostSearch {
  /** An earlier order to begin with. */
  copy?: string;
  /** A draft to go on with. */
  draft?: string;
}

const postSearch = ({ copy, draft }: Record<string, unknown>): PostSearch => ({
  ...(typeof copy === 'string' ? { copy } : {}),
  ...(typeof draft === 'string' ? { draft } : {}),
});

export const postRoutes = [
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/orders/new',
    validateSearch: postSearch,
    component: lazyRouteComponent(() => import('./page.js'), 'PostPage'),
  }),
] as const;
