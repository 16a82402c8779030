import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '../account/routes.js';
import { buyerRoutes } from '../buyer/routes.js';
import { deskRoutes } from '../desk/routes.js';
import { facilityRoutes } from '../facility/routes.js';
import { platformRoutes } from '../platform/routes.js';
import { prefectureRoutes } from '../prefecture/routes.js';
import { signInRoutes } from '../sign-in/routes.js';
import {
  buyerArea,
  deskArea,
  facilityArea,
  home,
  inside,
  outside,
  platformArea,
  prefectureArea,
  root,
} from './base-routes.js';

export const router = createRouter({
  routeTree: root.addChildren([
    outside.addChildren(signInRoutes),
    inside.addChildren([
      home,
      ...accountRoutes,
      facilityArea.addChildren(facilityRoutes),
      deskArea.addChildren(deskRoutes),
      buyerArea.addChildren(buyerRoutes),
      prefectureArea.addChildren(prefectureRoutes),
      platformArea.addChildren(platformRoutes),
    ]),
  ]),
  scrollRestoration: true,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
