import type { SplitSnapshot } from '#yui/matching';
import type { SplitOptionsInput, SplitSnapshotQuery } from '../../data/generated/types.js';
import type { Draft } from './draft.js';
import type { Basis, Decided } from './engine/compute.js';

export type Read = SplitSnapshotQuery['allocationSnapshot'];
export type Candidate = Read['candidates'][number];

const PERMILLE = 1000;

/** What only the api can work out again: prices, what counts as fair, and whom the filters let through. */
export function optionsToAsk({ settings }: Draft, callId: string | undefined): SplitOptionsInput {
  const { measure, prices, regions, maxDefectPermille, isTakingLate } = settings;
  return {
    ...(measure === undefined ? {} : { measure }),
    ...(prices === undefined ? {} : { prices }),
    ...(regions === undefined ? {} : { regions }),
    ...(maxDefectPermille === undefined ? {} : { maxDefectPermille }),
    ...(callId === undefined ? {} : { callId }),
    ...(isTakingLate === undefined ? {} : { isTakingLate }),
  };
}

export function basisOf(read: Read): Basis {
  const { parameters } = read;
  const snapshot: SplitSnapshot = {
    orderKey: read.orderKey,
    quantity: read.quantity,
    lotSize: read.lotSize,
    maxFacilities: parameters.maxFacilities,
    rule: parameters.rule,
    measure: parameters.measure,
    priceTolerance: parameters.priceTolerancePermille / PERMILLE,
    candidates: read.candidates,
  };
  return {
    // What later dates would bring is no input of the split itself.
    snapshot: { ...snapshot, candidates: read.candidates.map(({ laterCapacityUnits: _later, ...row }) => row) },
    offers: read.openOffers.map(({ facilityId, units }) => ({ facilityId, offeredUnits: units })),
  };
}

export function decidedOf({ pinned, excluded, settings }: Draft, reason = ''): Decided {
  const { rule, maxFacilities, priceTolerancePermille } = settings;
  return {
    pinned,
    excluded: Object.fromEntries(Object.keys(excluded).map((id) => [id, reason])),
    settings: {
      ...(rule === undefined ? {} : { rule }),
      ...(maxFacilities === undefined ? {} : { maxFacilities }),
      ...(priceTolerancePermille === undefined ? {} : { priceTolerance: priceTolerancePermille / PERMILLE }),
    },
  };
}

/** All of it, as it goes into what is approved. */
export function optionsToApprove(draft: Draft, callId: string | undefined, reason: string): SplitOptionsInput {
  return {
    ...draft.settings,
    ...(callId === undefined ? {} : { callId }),
    reason,
    excluded: Object.keys(draft.excluded).map((facilityId) => ({ facilityId, reason })),
    pinned: Object.entries(draft.pinned).map(([facilityId, units]) => ({ facilityId, units, reason })),
  };
}
