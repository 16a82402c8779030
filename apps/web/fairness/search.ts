import { useNavigate, useSearch } from '@tanstack/react-router';
import { fiscalYearOf, parseLocalDate } from '#yui/calendar';
import { readWalked } from '../app/search.js';
import { useToday } from '../app/session.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import type { FairnessSearch } from './address.js';

const FIRST_YEAR = 2005;

/** What the address asks for; what it does not say is the usual. */
export function useFairnessAsked() {
  const search: FairnessSearch = useSearch({ strict: false });
  const present = fiscalYearOf(parseLocalDate(useToday()));
  const year = readWholeNumber(search.year ?? '') ?? present;
  const month = readWholeNumber(search.month ?? '');
  return {
    search,
    present,
    firstYear: FIRST_YEAR,
    fiscalYear: Math.min(present, Math.max(FIRST_YEAR, year)),
    measure: search.measure === 'minutes' ? ('MINUTES' as const) : ('YEN' as const),
    facilityId: search.facility ?? null,
    month: month === null || month < 1 || month > 12 ? null : month,
    walked: readWalked(search.walked),
  };
}

/** Shows the same page with another search. */
export function useFairnessShow(): (search: FairnessSearch) => void {
  const navigate = useNavigate();
  return (search) => void navigate({ to: '.', search } as Parameters<typeof navigate>[0]);
}
