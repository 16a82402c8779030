import { createRoute } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

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
    component: lazyPage(() => import('./page.js'), 'PostPage'),
  }),
] as const;
