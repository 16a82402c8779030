import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea, facilityArea } from '../app/base-routes.js';
import { fairnessSearch } from './address.js';

export const deskFairnessRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/results/fairness',
    validateSearch: fairnessSearch,
    component: lazyRouteComponent(() => import('./ledger-page.js'), 'FairnessLedgerPage'),
  }),
] as const;

export const facilityFairnessRoutes = [
  createRoute({
    getParentRoute: () => facilityArea,
    path: '/facility/fairness',
    validateSearch: fairnessSearch,
    component: lazyRouteComponent(() => import('./own-page.js'), 'OwnFairnessPage'),
  }),
] as const;
