import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { platformArea } from '../app/base-routes.js';

export const platformRoutes = [
  createRoute({
    getParentRoute: () => platformArea,
    path: '/platform',
    component: lazyRouteComponent(() => import('./desks-page.js'), 'PlatformDesksPage'),
  }),
  createRoute({
    getParentRoute: () => platformArea,
    path: '/platform/prefectures',
    component: lazyRouteComponent(() => import('./prefectures-page.js'), 'PrefecturesPage'),
  }),
  createRoute({
    getParentRoute: () => platformArea,
    path: '/platform/people',
    component: lazyRouteComponent(() => import('./people-page.js'), 'PlatformPeoplePage'),
  }),
  createRoute({
    getParentRoute: () => platformArea,
    path: '/platform/clock',
    component: lazyRouteComponent(() => import('./clock-page.js'), 'ClockPage'),
  }),
] as const;
