import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { inquirySearch } from './inquiry-search.js';

export const inquiryRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/inquiries',
    validateSearch: inquirySearch,
    component: lazyPage(() => import('./list-page.js'), 'InquiriesPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/inquiries/$id',
    component: lazyPage(() => import('./inquiry-page.js'), 'InquiryPage'),
  }),
] as const;
