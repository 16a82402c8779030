import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  Capability,
  type Desk,
  earliestStart,
  Facility,
  loadFacilities,
  memberFacilityIds,
  possibleUnits,
  splitWeight,
} from '#yui/directory';
import type { Ineligibility, SplitCandidate } from '#yui/matching';
import type { Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { isCommitted, unitsOf } from '../assignments/placement.js';
import type { CallTerms, TermsOfCall } from '#yui/sourcing';
import { notBefore, readStart } from '../deliveries/read-start.js';
import type { Step, WorkOrder } from '#yui/orders';
import { allocationErrors } from './allocation.errors.js';
import { fairnessBalances } from './fairness-balance.js';
import { ineligibleFacilities, readGeneralReasons } from './ineligible-facilities.js';
import type { SplitOverrides } from './split-options.js';
import type { SplitParameters } from './split-parameters.js';

export interface CandidateContext {
  readonly desk: Desk;
  readonly order: WorkOrder;
  readonly step: Step;
  readonly assignments: readonly Assignment[];
  readonly overrides: SplitOverrides;
  readonly parameters: SplitParameters;
  readonly facilityDueOn: LocalDate;
  /** What the quote has for a facility, and the most the price of the buyer leaves for it. */
  readonly quotedPriceSen: number;
  readonly maxUnitPriceSen: number;
  /** Null: the split asks everybody. */
  readonly call: TermsOfCall | null;
}

export interface Candidates {
  readonly candidates: readonly SplitCandidate[];
  readonly secondsPerUnitOf: ReadonlyMap<string, number>;
}

/**
 * Every facility of the desk, in the order of ids: with what it can do by then and at what price, or why it cannot be
 * asked. What the coordinator decided about single facilities is not in it yet.
 * @param laterDays for these dates, too, what each could do: what a later date would bring
 * @throws ALLOCATION.OPTIONS_UNUSABLE
 */
export async function readCandidates(
  tx: Transaction,
  context: CandidateContext,
  laterDays: readonly LocalDate[] = [],
): Promise<Candidates> {
  const { desk, step, facilityDueOn, overrides, parameters, call } = context;
  const today = todayInTokyo(tx.now);
  const firstDay = await readStart(tx, step);
  const ids = await memberFacilityIds(tx.manager, desk.id);
  const facilities = await tx.manager.find(Facility, { where: { id: In(ids) }, order: { id: 'ASC' } });
  const capabilities = await readCapabilities(tx, ids, step.workTypeCode);
  const lastDay = laterDays.at(-1) ?? facilityDueOn;
  const loads = await loadFacilities(tx.manager, [...capabilities.keys()].sort(), today, lastDay);
  const balances = await fairnessBalances(tx, desk.id, parameters.measure, today);
  // Units set by hand for a facility that cannot do the work would count as placed and never be offered to anybody.
  for (const facilityId of overrides.pinned.keys()) {
    if (!capabilities.has(facilityId)) throw allocationErrors.OPTIONS_UNUSABLE({ field: 'pinned' });
  }
  const general = await readGeneralReasons(tx, {
    deskId: desk.id,
    facilities,
    hasPublicMoney: context.order.isPublicMoney,
    parameters,
  });
  const reasons = ineligibleFacilities(general, context.order, context.assignments);

  const secondsPerUnitOf = new Map<string, number>();
  const candidates = facilities.map((facility): SplitCandidate => {
    const capability = capabilities.get(facility.id);
    const load = loads.get(facility.id);
    const terms = call?.termsOf.get(facility.id);
    const unitPriceSen = terms?.unitPriceSen ?? priceOf(context, capability);
    const base = {
      facilityId: facility.id,
      weight: splitWeight(facility),
      balance: balances.get(facility.id) ?? 0,
      unitPriceSen,
    };
    const reason = reasons.get(facility.id);
    if (!capability || !load) {
      const ineligible: Ineligibility = reason ?? { code: 'NO_CAPABILITY' };
      return { ...base, ineligible, capacityUnits: 0, minimumLot: 1, measurePerUnit: 1 };
    }
    secondsPerUnitOf.set(facility.id, capability.secondsPerUnit);
    const startOn = notBefore(earliestStart(today, capability.leadDays), firstDay);
    const { workTypeCode } = step;
    const { secondsPerUnit } = capability;
    const unitsLeft = unitsLeftOf(terms, context.assignments, facility.id);
    const unitsUntil = (dueOn: LocalDate) =>
      Math.min(possibleUnits(load, { workTypeCode, secondsPerUnit, startOn, dueOn }), unitsLeft);
    return {
      ...base,
      ineligible:
        reason ??
        (startOn > facilityDueOn ? { code: 'TOO_FEW_LEAD_DAYS' } : null) ??
        (call && !terms ? call.whyNot(facility.id) : null),
      capacityUnits: unitsUntil(facilityDueOn),
      minimumLot: capability.minimumLot,
      measurePerUnit: parameters.measure === 'YEN' ? unitPriceSen / 100 : secondsPerUnit / 60,
      ...(laterDays.length > 0 ? { laterCapacityUnits: laterDays.map(unitsUntil) } : {}),
    };
  });
  return { candidates, secondsPerUnitOf };
}

async function readCapabilities(
  tx: Transaction,
  facilityIds: readonly string[],
  workTypeCode: string,
): Promise<Map<string, Capability>> {
  const those = { facilityId: In([...facilityIds]), workTypeCode, isOffered: true };
  const capabilities = await tx.manager.findBy(Capability, those);
  return new Map(capabilities.map((capability) => [capability.facilityId, capability]));
}

/** What a facility usually asks, as far as the buyer's price goes; one that names no price gets that of the quote. */
function priceOf(context: CandidateContext, capability: Capability | undefined): number {
  const ownPriceSen = capability?.unitPriceSen ?? 0;
  if (context.parameters.prices !== 'OWN' || ownPriceSen === 0) return context.quotedPriceSen;
  return Math.min(ownPriceSen, context.maxUnitPriceSen);
}

/** What a facility said it could do, less what it has said yes to of the same step. */
function unitsLeftOf(terms: CallTerms | undefined, assignments: readonly Assignment[], facilityId: string): number {
  if (!terms) return Number.MAX_SAFE_INTEGER;
  const own = assignments.filter((row) => row.facilityId === facilityId && isCommitted(row));
  return Math.max(0, terms.units - own.reduce((sum, row) => sum + unitsOf(row), 0));
}
