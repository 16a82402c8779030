import {
  type KeepingSplit,
  type OpenOffer,
  splitKeepingOffers,
  type SplitSnapshot,
  withDecisions,
} from '#yui/matching';

/** What the api said is to be split. */
export interface Basis {
  readonly snapshot: SplitSnapshot;
  readonly offers: readonly OpenOffer[];
}

/** What of it was decided differently. */
export interface Decided {
  readonly excluded: Readonly<Record<string, string>>;
  readonly pinned: Readonly<Record<string, number>>;
  readonly settings: Partial<Pick<SplitSnapshot, 'rule' | 'maxFacilities' | 'priceTolerance'>>;
}

export const NOTHING_DECIDED: Decided = { excluded: {}, pinned: {}, settings: {} };

/** The split as the api would plan it. Throws as the engine does. */
export function compute({ snapshot, offers }: Basis, { excluded, pinned, settings }: Decided): KeepingSplit {
  const decided = withDecisions(
    { ...snapshot, ...settings },
    { excluded: new Map(Object.entries(excluded)), pinned: new Map(Object.entries(pinned)) },
  );
  return splitKeepingOffers(decided, offers);
}
