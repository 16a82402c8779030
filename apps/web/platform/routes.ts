import { createRoute } from '@tanstack/react-router';
import { platformArea } from '../app/base-routes.js';
import { lazyPage } from '../app/lazy-page.js';

export const platformRoutes = [
  createRoute({
    getParentRoute: () => platformArea,
    path: '/platform',
    component: lazyPage(() => import('./desks-page.js'), 'PlatformDesksPage'),
  }),
  createRoute({
    getParentRoute: () => platformArea,
    path: '/platform/prefectures',
    component: lazyPage(() => import('./prefectures-page.js'), 'PrefecturesPage'),
  }),
  createRoute({
    getParentRoute: () => platformArea,
    path: '/platform/people',
    component: lazyPage(() => import('./people-page.js'), 'PlatformPeoplePage'),
  }),
  createRoute({
    getParentRoute: () => platformArea,
    path: '/platform/clock',
    component: lazyPage(() => import('./clock-page.js'), 'ClockPage'),
  }),
] as const;
