import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { inquirySearch } from './inquiry-search.js';

export const inquiryRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/inquiries',
    validateSearch: inquirySearch,
    component: lazyRouteComponent(() => import('./list-page.js'), 'InquiriesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/inquiries/$id',
    component: lazyRouteComponent(() => import('./inquiry-page.js'), 'InquiryPage'),
  }),
] as const;
