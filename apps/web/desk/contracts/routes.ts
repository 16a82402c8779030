import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { contractSearch } from './contract-search.js';

export const contractRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/contracts',
    validateSearch: contractSearch,
    component: lazyRouteComponent(() => import('./contracts-page.js'), 'ContractsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/contracts/$id',
    component: lazyRouteComponent(() => import('./contract-page.js'), 'ContractPage'),
  }),
] as const;
