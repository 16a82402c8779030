import { createRoute } from '@tanstack/react-router';
import { deskArea, onlyAdministrators } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { facilitySearch } from './facility-search.js';

export const facilitiesRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities',
    validateSearch: facilitySearch,
    component: lazyPage(() => import('./facilities-page.js'), 'FacilitiesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/$id',
    component: lazyPage(() => import('./facility-page.js'), 'FacilityPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/$id/calendar',
    component: lazyPage(() => import('./calendar-page.js'), 'FacilityCalendarPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/new',
    beforeLoad: onlyAdministrators,
    component: lazyPage(() => import('./new-facility-page.js'), 'NewFacilityPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/former',
    component: lazyPage(() => import('./former-page.js'), 'FormerPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/import',
    beforeLoad: onlyAdministrators,
    component: lazyPage(() => import('./import-page.js'), 'ImportPage'),
  }),
] as const;
