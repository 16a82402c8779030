import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '../account/routes.js';
import { facilityRoutes } from '../facility/routes.js';
import { signInRoutes } from '../sign-in/routes.js';
import { facilityArea, home, inside, outside, root } from './base-routes.js';

export const router = createRouter({
  routeTree: root.addChildren([
    outside.addChildren(signInRoutes),
    inside.addChildren([home, ...accountRoutes, facilityArea.addChildren(facilityRoutes)]),
  ]),
  scrollRestoration: true,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
