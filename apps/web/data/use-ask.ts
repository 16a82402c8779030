import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from './ask.js';
import { Fault } from './fault.js';
import type { TypedDocument } from './typed-document.js';

const MAX_RETRIES = 2;
const FRESH_MS = 5_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // A no stays a no; only where no answer came asking again can help, and not while there is no network at all.
      retry: (count, error) => !(error instanceof Fault) && navigator.onLine && count < MAX_RETRIES,
      networkMode: 'always',
      refetchOnReconnect: true,
    },
  },
});

/** It says nothing of what the page shows: too much was asked, or the product cannot answer now. */
const OF_THE_MOMENT = /^(INTERNAL$|RATE\.|PLATFORM\.)/;

/**
 * The api said no for another reason than what was typed: somebody else may have changed what the page shows, so that is
 * asked for again. What is typed stays.
 */
export function showWhatIsTrue(refusal: unknown): void {
  if (!(refusal instanceof Fault) || refusal.fields.length > 0 || OF_THE_MOMENT.test(refusal.code)) return;
  void queryClient.invalidateQueries();
}

export function askOptions<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables) {
  return {
    queryKey: [document.name, variables] as const,
    queryFn: async ({ signal }: { signal: AbortSignal }) => ask(document, variables, signal),
  };
}

/** What the api answers, kept and asked again when it may have changed. What was there stays until the new comes. */
export function useAsk<Result, Variables>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  { isWanted = true }: { isWanted?: boolean } = {},
): UseQueryResult<Result> {
  return useQuery({ ...askOptions(document, variables), enabled: isWanted, placeholderData: keepPreviousData });
}
