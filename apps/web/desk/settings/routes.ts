import { createRoute } from '@tanstack/react-router';
import { deskArea, onlyAdministrators } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { auditSearch } from './audit-search.js';

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings',
    component: lazyPage(() => import('./split-page.js'), 'SplitSettingsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/fees',
    component: lazyPage(() => import('./fees-page.js'), 'FeesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/terms',
    component: lazyPage(() => import('./terms-page.js'), 'TermsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/profile',
    component: lazyPage(() => import('./profile-page.js'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/people',
    component: lazyPage(() => import('./people-page.js'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/settings/audit',
    beforeLoad: onlyAdministrators,
    validateSearch: auditSearch,
    component: lazyPage(() => import('./audit-page.js'), 'AuditPage'),
  }),
] as const;
