import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { moneySearch } from './money-search.js';

export const moneyRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money',
    component: lazyRouteComponent(() => import('./bills-page.js'), 'BillsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/invoices',
    validateSearch: moneySearch,
    component: lazyRouteComponent(() => import('./invoices-page.js'), 'InvoicesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/invoices/$id',
    component: lazyRouteComponent(() => import('./invoice-page.js'), 'InvoicePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/payments',
    validateSearch: moneySearch,
    component: lazyRouteComponent(() => import('./payments-page.js'), 'PaymentsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/clocks',
    component: lazyRouteComponent(() => import('./clocks-page.js'), 'ClocksPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/cash',
    component: lazyRouteComponent(() => import('./cash-page.js'), 'CashPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/lines',
    validateSearch: moneySearch,
    component: lazyRouteComponent(() => import('./lines-page.js'), 'LinesPage'),
  }),
] as const;
