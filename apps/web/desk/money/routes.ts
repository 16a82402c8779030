import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { moneySearch } from './money-search.js';

export const moneyRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money',
    component: lazyPage(() => import('./bills-page.js'), 'BillsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/invoices',
    validateSearch: moneySearch,
    component: lazyPage(() => import('./invoices-page.js'), 'InvoicesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/invoices/$id',
    component: lazyPage(() => import('./invoice-page.js'), 'InvoicePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/payments',
    validateSearch: moneySearch,
    component: lazyPage(() => import('./payments-page.js'), 'PaymentsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/clocks',
    component: lazyPage(() => import('./clocks-page.js'), 'ClocksPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/cash',
    component: lazyPage(() => import('./cash-page.js'), 'CashPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/money/lines',
    validateSearch: moneySearch,
    component: lazyPage(() => import('./lines-page.js'), 'LinesPage'),
  }),
] as const;
