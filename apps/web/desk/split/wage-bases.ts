import { useMemo } from 'react';
import type { WageBasis } from '#yui/money';
import { SplitWages } from '../../data/generated/split-wages.js';
import { useAsk } from '../../data/use-ask.js';
import type { Read } from './basis.js';

export type WageBases = ReadonlyMap<string, WageBasis>;
const NONE: WageBases = new Map();

/** What forecasts of the wages of the facilities that can be asked start from. Rows are drawn before it has come. */
export function useWageBases({ candidates }: Read): WageBases {
  const facilityIds = useMemo(
    () => candidates.filter(({ ineligible }) => ineligible === null).map(({ facilityId }) => facilityId),
    [candidates],
  );
  const { data } = useAsk(SplitWages, { facilityIds });
  return useMemo(
    () => (data === undefined ? NONE : new Map(data.wageBases.map((basis) => [basis.facilityId, basis]))),
    [data],
  );
}
