import type { FairnessRule, Measure } from '#yui/matching';
import { MOST_UNITS, optionalText, requireInteger, requireText } from '#yui/platform';
import { allocationErrors } from './allocation.errors.js';

/** What a coordinator may set for one split; everything left out follows the settings of the desk. */
export interface SplitOptionsInput {
  readonly rule?: FairnessRule | null;
  readonly measure?: Measure | null;
  /** Most facilities that may take part. */
  readonly maxFacilities?: number | null;
  /** Splits by the answers to this call: at most what a facility said it could do, at its own price. */
  readonly callId?: string | null;
  /** Whether answers that came after the deadline of the call count as well. */
  readonly isTakingLate?: boolean | null;
  readonly excluded?: readonly { readonly facilityId: string; readonly reason: string }[] | null;
  /** Units the coordinator sets by hand, with the reason. */
  readonly pinned?: readonly { readonly facilityId: string; readonly units: number; readonly reason: string }[] | null;
}

export interface SplitOverrides {
  readonly rule: FairnessRule | null;
  readonly measure: Measure | null;
  readonly maxFacilities: number | null;
  readonly callId: string | null;
  readonly isTakingLate: boolean;
  readonly excluded: ReadonlyMap<string, string>;
  readonly pinned: ReadonlyMap<string, { readonly units: number; readonly reason: string }>;
}

/** @throws INPUT.*, ALLOCATION.OPTIONS_UNUSABLE when a facility is named twice */
export function checkSplitOptions(input: SplitOptionsInput | null | undefined): SplitOverrides {
  const excluded = input?.excluded ?? [];
  const pinned = input?.pinned ?? [];
  const named = [...excluded, ...pinned].map((row) => row.facilityId);
  if (new Set(named).size !== named.length) throw allocationErrors.OPTIONS_UNUSABLE({ field: 'facilityId' });
  return {
    rule: input?.rule ?? null,
    measure: input?.measure ?? null,
    maxFacilities:
      input?.maxFacilities === null || input?.maxFacilities === undefined
        ? null
        : requireInteger('maxFacilities', input.maxFacilities, 1, 100_000),
    callId: input?.callId ?? null,
    isTakingLate: input?.isTakingLate ?? false,
    excluded: new Map(excluded.map((row) => [row.facilityId, requireText('reason', row.reason, 200)])),
    pinned: new Map(
      pinned.map((row) => [
        row.facilityId,
        { units: requireInteger('units', row.units, 0, MOST_UNITS), reason: optionalText('reason', row.reason, 200) },
      ]),
    ),
  };
}
