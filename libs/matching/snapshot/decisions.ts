import type { SplitSnapshot } from './types.js';

/** What a coordinator decided about single facilities. */
export interface Decisions {
  /** Facilities that are not to be asked this time, with the reason, which counts for the hash. */
  readonly excluded: ReadonlyMap<string, string>;
  /** Units set by hand, by facility. */
  readonly pinned: ReadonlyMap<string, number>;
}

/** The snapshot with the word of the coordinator, which holds before every other reason. */
export function withDecisions(snapshot: SplitSnapshot, { excluded, pinned }: Decisions): SplitSnapshot {
  const candidates = snapshot.candidates.map((candidate) => {
    const { facilityId } = candidate;
    const note = excluded.get(facilityId);
    const units = pinned.get(facilityId);
    return {
      ...candidate,
      ...(units === undefined ? {} : { pinnedUnits: units }),
      ...(note === undefined ? {} : { ineligible: { code: 'EXCLUDED_BY_COORDINATOR' as const, note } }),
    };
  });
  return { ...snapshot, candidates };
}
