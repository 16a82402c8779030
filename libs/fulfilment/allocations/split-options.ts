import type { FairnessRule, Measure } from '#yui/matching';
import type { SplitPrices } from '#yui/directory';
import {
  checkEach,
  checkFields,
  checkValues,
  MAX_UNITS,
  optionalLine,
  optionalText,
  requireInteger,
} from '#yui/platform';
import { allocationErrors } from './allocation.errors.js';

const MAX_FACILITIES = 100_000;
const MAX_PERMILLE = 1000;
const MAX_REGIONS = 200;
const MAX_REGION_CHARACTERS = 50;

/** What a coordinator may set for one split; everything omitted follows the settings of the desk. */
export interface SplitOptionsInput {
  readonly rule?: FairnessRule | null;
  readonly measure?: Measure | null;
  /** Most facilities that may take part; null: no limit. */
  readonly maxFacilities?: number | null;
  /** How far a share may be from its fair value to make the line cheaper, in thousandths. */
  readonly priceTolerancePermille?: number | null;
  readonly prices?: SplitPrices | null;
  /** Municipalities whose facilities are asked; empty: all. */
  readonly regions?: readonly string[] | null;
  /** Facilities with more defects, in thousandths, are not asked; null: all are. */
  readonly maxDefectPermille?: number | null;
  /** Splits by the answers to this call: at most what a facility said it could do, at its own price. */
  readonly callId?: string | null;
  /** Whether answers that came after the deadline of the call count as well. */
  readonly isTakingLate?: boolean | null;
  readonly excluded?: readonly { readonly facilityId: string; readonly reason: string }[] | null;
  /** Units the coordinator sets by hand, with the reason. */
  readonly pinned?: readonly { readonly facilityId: string; readonly units: number; readonly reason: string }[] | null;
  /** Why anything but single facilities is set differently; needed to approve such a split. */
  readonly reason?: string | null;
}

/** What a desk has settings for. */
const OF_THE_DESK = [
  'rule',
  'measure',
  'maxFacilities',
  'priceTolerancePermille',
  'prices',
  'regions',
  'maxDefectPermille',
] as const satisfies readonly (keyof SplitOverrides)[];

/** Checked. What is undefined follows the desk. */
export interface SplitOverrides {
  readonly rule?: FairnessRule;
  readonly measure?: Measure;
  readonly maxFacilities?: number | null;
  readonly priceTolerancePermille?: number;
  readonly prices?: SplitPrices;
  readonly regions?: readonly string[];
  readonly maxDefectPermille?: number | null;
  readonly reason: string;
  readonly callId: string | null;
  readonly isTakingLate: boolean;
  /** Reasons by facility. */
  readonly excluded: ReadonlyMap<string, string>;
  readonly pinned: ReadonlyMap<string, { readonly units: number; readonly reason: string }>;
}

/** @throws INPUT.*, ALLOCATION.OPTIONS_UNUSABLE when a facility is named twice */
export function checkSplitOptions(input: SplitOptionsInput | null | undefined): SplitOverrides {
  const excluded = input?.excluded ?? [];
  const pinned = input?.pinned ?? [];
  const named = [...excluded, ...pinned].map((row) => row.facilityId);
  if (new Set(named).size !== named.length) throw allocationErrors.OPTIONS_UNUSABLE({ field: 'facilityId' });
  const { limits, ...checked } = checkFields({
    limits: () => checkLimits(input),
    reason: () => optionalText('reason', input?.reason, 500),
    excluded: () => new Map(checkEach('excluded', excluded, checkExcluded)),
    pinned: () => new Map(checkEach('pinned', pinned, checkPinned)),
  });
  return {
    ...(input?.rule ? { rule: input.rule } : {}),
    ...(input?.measure ? { measure: input.measure } : {}),
    ...(input?.prices ? { prices: input.prices } : {}),
    ...limits,
    ...checked,
    callId: input?.callId ?? null,
    isTakingLate: input?.isTakingLate ?? false,
  };
}

type Limits = Pick<SplitOverrides, 'maxFacilities' | 'priceTolerancePermille' | 'regions' | 'maxDefectPermille'>;

function checkLimits(input: SplitOptionsInput | null | undefined): Limits {
  const { maxFacilities, maxDefectPermille, regions } = input ?? {};
  const priceTolerancePermille = input?.priceTolerancePermille ?? undefined;
  const { most, tolerance, named, defects } = checkFields({
    most: () => limit('maxFacilities', maxFacilities, 1, MAX_FACILITIES),
    tolerance: () => limit('priceTolerancePermille', priceTolerancePermille, 0, MAX_PERMILLE),
    named: () => (regions ? { regions: checkRegions(regions) } : {}),
    defects: () => limit('maxDefectPermille', maxDefectPermille, 0, MAX_PERMILLE),
  });
  return { ...most, ...tolerance, ...named, ...defects };
}

function checkExcluded({ facilityId, reason }: { facilityId: string; reason: string }): [string, string] {
  return [facilityId, optionalText('reason', reason, 200)];
}

function checkPinned(row: { facilityId: string; units: number; reason: string }) {
  const checked = checkFields({
    units: () => requireInteger('units', row.units, 0, MAX_UNITS),
    reason: () => optionalText('reason', row.reason, 200),
  });
  return [row.facilityId, checked] as const;
}

/**
 * A plan may be tried without words; what is approved differently from the desk's settings is kept with its reason.
 * @throws ALLOCATION.REASON_MISSING
 */
export function requireReasons(overrides: SplitOverrides): void {
  const { reason, excluded, pinned } = overrides;
  const isWithoutReason =
    (OF_THE_DESK.some((setting) => overrides[setting] !== undefined) && reason === '') ||
    [...excluded.values()].includes('') ||
    [...pinned.values()].some((row) => row.reason === '');
  if (isWithoutReason) throw allocationErrors.REASON_MISSING();
}

/** What was set differently, as it is kept with the allocation. */
export function overridesAsJson({ excluded, pinned, ...settings }: SplitOverrides): object {
  return { ...settings, excluded: Object.fromEntries(excluded), pinned: Object.fromEntries(pinned) };
}

/** null takes the limit of the desk away, undefined follows it. */
function limit<Field extends string, Value extends number | null>(
  field: Field,
  value: Value | undefined,
  least: number,
  most: number,
): { readonly [Name in Field]?: Value } {
  if (value === undefined) return {};
  if (value !== null) requireInteger(field, value, least, most);
  return { [field]: value } as { readonly [Name in Field]?: Value };
}

function checkRegions(regions: readonly string[]): string[] {
  requireInteger('regions', regions.length, 0, MAX_REGIONS);
  const named = checkValues('regions', regions, (path, region) => optionalLine(path, region, MAX_REGION_CHARACTERS));
  return [...new Set(named.filter((region) => region !== ''))];
}
