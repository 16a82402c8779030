import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';
import { CALL_FILTERS, type CallFilter } from './call-filters.js';

interface CallsSearch {
  show?: CallFilter;
  /** Where each page before the shown one ended. */
  walked?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const callsSearch = (search: Record<string, unknown>): CallsSearch => {
  const show = CALL_FILTERS.find((each) => each === search.show);
  const walked = text(search.walked);
  return { ...(show === undefined ? {} : { show }), ...(walked === undefined ? {} : { walked }) };
};

interface NewCallSearch {
  step?: string;
  /** Of the step, so that the page can say what it is about. */
  order?: string;
}

const newCallSearch = (search: Record<string, unknown>): NewCallSearch => {
  const [step, order] = [text(search.step), text(search.order)];
  return { ...(step === undefined ? {} : { step }), ...(order === undefined ? {} : { order }) };
};

export const callRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/calls',
    validateSearch: callsSearch,
    component: lazyPage(() => import('./list/page.js'), 'CallsPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/calls/new',
    validateSearch: newCallSearch,
    component: lazyPage(() => import('./new/page.js'), 'NewCallPage'),
  }),
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/calls/$id',
    component: lazyPage(() => import('./call/page.js'), 'CallPage'),
  }),
] as const;
