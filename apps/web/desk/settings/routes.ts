import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { auditSearch } from './audit-search.js';

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings',
    component: lazyRouteComponent(() => import('./split-page.js'), 'SplitSettingsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/fees',
    component: lazyRouteComponent(() => import('./fees-page.js'), 'FeesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/terms',
    component: lazyRouteComponent(() => import('./terms-page.js'), 'TermsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/profile',
    component: lazyRouteComponent(() => import('./profile-page.js'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/people',
    component: lazyRouteComponent(() => import('./people-page.js'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/audit',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('./audit-page.js'), 'AuditPage'),
  }),
] as const;
