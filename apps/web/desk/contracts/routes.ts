import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { contractSearch } from './contract-search.js';

export const contractRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/contracts',
    validateSearch: contractSearch,
    component: lazyPage(() => import('./contracts-page.js'), 'ContractsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/contracts/$id',
    component: lazyPage(() => import('./contract-page.js'), 'ContractPage'),
  }),
] as const;
