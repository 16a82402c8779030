import { useNavigate, useSearch } from '@tanstack/react-router';
import { fiscalYearOf, parseLocalDate } from '#yui/calendar';
import { readWalked } from '../app/search.js';
import { areaOf, useMe, useToday } from '../app/session.js';
import type { ProcurementDimension } from '../data/generated/types.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import type { ResultsSearch } from './address.js';

export const FIRST_YEAR = 2005;
const USUAL_YEARS = 3;
const MAX_YEARS = 25;

export const DIMENSIONS = [
  'CATEGORY',
  'OWN_CATEGORY',
  'LEVEL',
  'GOVERNMENT',
  'DEPARTMENT',
  'SUPPLIER_KIND',
  'METHOD',
] as const satisfies readonly ProcurementDimension[];

export function usePresentYear(): number {
  return fiscalYearOf(parseLocalDate(useToday()));
}

/** What the address of a page of results says; what it does not say is the usual. */
export function useAsked() {
  const search: ResultsSearch = useSearch({ strict: false });
  const present = usePresentYear();
  const toYear = Math.min(present + 1, Math.max(FIRST_YEAR, readWholeNumber(search.to ?? '') ?? present));
  const wanted = readWholeNumber(search.from ?? '') ?? toYear - USUAL_YEARS + 1;
  const fromYear = Math.min(toYear, Math.max(FIRST_YEAR, toYear - MAX_YEARS + 1, wanted));
  return {
    search,
    fromYear,
    toYear,
    by: DIMENSIONS.find((each) => each === search.by) ?? 'CATEGORY',
    isPublicMoney: search.money !== 'private',
    unit: search.unit === 'thousand' ? ('THOUSAND_YEN' as const) : ('YEN' as const),
    key: search.key ?? null,
    walked: readWalked(search.walked),
  };
}

/** The pages of results of each role. */
export const PLACES = {
  desk: {
    joint: '/desk/results/years',
    table: '/desk/results/procurement',
    rows: '/desk/results/rows',
    recorded: '/desk/results/recorded',
    closed: '/desk/results/closed',
    settings: null,
  },
  buyer: {
    joint: null,
    table: '/buyer/results',
    rows: '/buyer/results/rows',
    recorded: '/buyer/results/recorded',
    closed: '/buyer/results/closed',
    settings: '/buyer/results/settings',
  },
  prefecture: {
    joint: '/prefecture/results',
    table: '/prefecture/procurement',
    rows: '/prefecture/procurement/rows',
    recorded: '/prefecture/recorded',
    closed: '/prefecture/closed',
    settings: '/prefecture/settings',
  },
} as const;

export type ResultArea = keyof typeof PLACES;

export function useArea(): ResultArea {
  const area = areaOf(useMe().role);
  return area === 'desk' || area === 'buyer' ? area : 'prefecture';
}

/** Shows the same page with another search. */
export function useShow(to: string): (search: ResultsSearch) => void {
  const navigate = useNavigate();
  return (search) => void navigate({ to, search } as Parameters<typeof navigate>[0]);
}
