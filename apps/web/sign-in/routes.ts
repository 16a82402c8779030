import { createRoute } from '@tanstack/react-router';
import { outside } from '../app/base-routes.js';
import { lazyPage } from '../app/lazy-page.js';

/** Only a path of our own: nobody is led elsewhere after signing in. */
const withTo = (search: Record<string, unknown>): { to?: string } =>
  typeof search.to === 'string' && /^\/(?![/\\])/.test(search.to) ? { to: search.to } : {};

export const signInRoutes = [
  createRoute({
    getParentRoute: () => outside,
    path: '/sign-in',
    validateSearch: withTo,
    component: lazyPage(() => import('./sign-in-page.js'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/sign-in/second',
    validateSearch: withTo,
    component: lazyPage(() => import('./second-factor-page.js'), 'SecondFactorPage'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/sign-in/oidc',
    component: lazyPage(() => import('./provider-page.js'), 'ProviderPage'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/invitation',
    component: lazyPage(() => import('./invitation-page.js'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/forgot',
    component: lazyPage(() => import('./forgot-page.js'), 'ForgotPage'),
  }),
  createRoute({
    getParentRoute: () => outside,
    path: '/reset-password',
    component: lazyPage(() => import('./reset-page.js'), 'ResetPage'),
  }),
] as const;
