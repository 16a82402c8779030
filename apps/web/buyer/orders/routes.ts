import { createRoute } from '@tanstack/react-router';
import { buyerArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { ORDER_FILTERS, type OrderFilter } from './order-filters.js';

interface OrdersSearch {
  show?: OrderFilter;
  text?: string;
  /** Where each page before the shown one ended. */
  walked?: string;
}

const ordersSearch = (search: Record<string, unknown>): OrdersSearch => {
  const show = ORDER_FILTERS.find((each) => each === search.show);
  // The number of an order typed alone comes as a number.
  const text = typeof search.text === 'string' || typeof search.text === 'number' ? String(search.text) : '';
  const walked = typeof search.walked === 'string' && search.walked !== '' ? search.walked : undefined;
  return {
    ...(show === undefined ? {} : { show }),
    ...(text === '' ? {} : { text }),
    ...(walked === undefined ? {} : { walked }),
  };
};

export const ordersRoutes = [
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer',
    component: lazyPage(() => import('./today/page.js'), 'BuyerTodayPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/orders',
    validateSearch: ordersSearch,
    component: lazyPage(() => import('./list/page.js'), 'OrdersPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/orders/$id',
    component: lazyPage(() => import('./order/page.js'), 'OrderPage'),
  }),
  createRoute({
    getParentRoute: () => buyerArea,
    path: '/buyer/orders/$id/change',
    component: lazyPage(() => import('./change/page.js'), 'ChangePage'),
  }),
] as const;
