import { createRoute } from '@tanstack/react-router';
import { deskArea, facilityArea } from '../app/base-routes.js';
import { lazyPage } from '../app/lazy-page.js';
import { fairnessSearch } from './address.js';

export const deskFairnessRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/results/fairness',
    validateSearch: fairnessSearch,
    component: lazyPage(() => import('./ledger-page.js'), 'FairnessLedgerPage'),
  }),
] as const;

export const facilityFairnessRoutes = [
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/fairness',
    validateSearch: fairnessSearch,
    component: lazyPage(() => import('./own-page.js'), 'OwnFairnessPage'),
  }),
] as const;
