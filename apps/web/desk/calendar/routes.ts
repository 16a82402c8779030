import { createRoute } from '@tanstack/react-router';
import { deskArea } from '../../app/base-routes.js';
import { lazyPage } from '../../app/lazy-page.js';

interface CalendarSearch {
  /** The first day shown; today unless said. */
  from?: string;
  /** Code of the work whose units are shown in place of hours. */
  work?: string;
}

const calendarSearch = (search: Record<string, unknown>): CalendarSearch => ({
  ...(typeof search.from === 'string' && /^\d{4}-\d\d-\d\d$/.test(search.from) ? { from: search.from } : {}),
  ...(typeof search.work === 'string' && search.work !== '' ? { work: search.work } : {}),
});

export const deskCalendarRoutes = [
  createRoute({
    getParentRoute: () => deskArea,
    path: '/desk/calendar',
    validateSearch: calendarSearch,
    component: lazyPage(() => import('./page.js'), 'CapacityCalendarPage'),
  }),
] as const;
