import { createRoute } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { PAPER_FILTERS, type PaperFilter } from './paper-kinds.js';

interface PapersSearch {
  kind?: PaperFilter;
  /** Where each page before the shown one ended. */
  walked?: string;
}

const papersSearch = (search: Record<string, unknown>): PapersSearch => {
  const kind = PAPER_FILTERS.find((each) => each === search.kind);
  const walked = typeof search.walked === 'string' && search.walked !== '' ? search.walked : undefined;
  return { ...(kind === undefined ? {} : { kind }), ...(walked === undefined ? {} : { walked }) };
};

export const moneyRoutes = [
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/papers',
    validateSearch: papersSearch,
    component: lazyPage(() => import('./papers-page.js'), 'BuyerPapersPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/money',
    component: lazyPage(() => import('./money-page.js'), 'BuyerMoneyPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/money/$id',
    component: lazyPage(() => import('./bill-page.js'), 'BillPage'),
  }),
] as const;
