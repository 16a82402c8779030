import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { facilitySearch } from './facility-search.js';

export const facilitiesRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities',
    validateSearch: facilitySearch,
    component: lazyRouteComponent(() => import('./facilities-page.js'), 'FacilitiesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/$id',
    component: lazyRouteComponent(() => import('./facility-page.js'), 'FacilityPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/$id/calendar',
    component: lazyRouteComponent(() => import('./calendar-page.js'), 'FacilityCalendarPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/new',
    component: lazyRouteComponent(() => import('./new-facility-page.js'), 'NewFacilityPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/former',
    component: lazyRouteComponent(() => import('./former-page.js'), 'FormerPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/facilities/import',
    component: lazyRouteComponent(() => import('./import-page.js'), 'ImportPage'),
  }),
] as const;
