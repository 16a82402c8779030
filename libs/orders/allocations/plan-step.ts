import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  Capability,
  Desk,
  earliestStart,
  Facility,
  loadFacilities,
  memberFacilityIds,
  possibleUnits,
} from '#yui/directory';
import {
  type Ineligibility,
  type Measure,
  type SplitCandidate,
  type SplitResult,
  type SplitSnapshot,
} from '#yui/matching';
import type { Transaction } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { isCommitted, placementOf, unitsOf } from '../assignments/placement.js';
import { readCallTerms, type TermsOfCall } from '../calls/call-terms.js';
import { Quote } from '../quotes/quote.entity.js';
import { QuoteLine } from '../quotes/quote-line.entity.js';
import { QuoteStep } from '../quotes/quote-step.entity.js';
import { notBefore, readStart } from '../steps/read-start.js';
import { facilityDueDate } from '../steps/step-dates.js';
import type { Step } from '../steps/step.entity.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { workOrderTransitions } from '../work-orders/work-order.transitions.js';
import { allocationErrors } from './allocation.errors.js';
import { fairnessBalances } from './fairness-balance.js';
import { ineligibleFacilities } from './ineligible-facilities.js';
import { type OfferChange, splitKeepingOffers } from './split-keeping-offers.js';
import type { SplitOverrides } from './split-options.js';

/** A split of one step of a line as it would be now. Nothing of it is written yet. */
export interface AllocationPlan {
  readonly workOrderLineId: string;
  readonly stepId: string;
  /** When facilities hand over: the date of the step less the days the desk keeps. */
  readonly facilityDueOn: LocalDate;
  readonly facilityUnitPriceSen: number;
  /** Where a facility gets another price than that: what it answered to a call. */
  readonly unitPriceSenOf: ReadonlyMap<string, number>;
  /** Units facilities have said yes to before; they stay where they are. */
  readonly committedUnits: number;
  readonly snapshot: SplitSnapshot;
  readonly result: SplitResult;
  /** The facilities that would hear of it; all others keep what they were offered. */
  readonly changes: readonly OfferChange[];
  readonly secondsPerUnitOf: ReadonlyMap<string, number>;
  /** Open assignments, planned or offered, that the plan keeps or replaces. */
  readonly openAssignments: readonly Assignment[];
}

/**
 * Splits what is left of a step: the quantity of its line less what facilities have said yes to. Open offers are kept where that is
 * possible. Everything is read inside `tx`, so the same state always gives the same plan, to the byte.
 * @throws ALLOCATION.NOT_ORDERED, ALLOCATION.NOTHING_TO_PLACE, ALLOCATION.OPTIONS_UNUSABLE, CALL.*
 */
export async function planStep(
  tx: Transaction,
  order: WorkOrder,
  step: Step,
  overrides: SplitOverrides,
): Promise<AllocationPlan> {
  if (order.contractType === 'REFERRAL' || !workOrderTransitions.can(order.status, 'sendAssignments')) {
    throw allocationErrors.NOT_ORDERED();
  }
  const line = await tx.get(WorkOrderLine, { id: step.workOrderLineId });
  const assignments = await tx.manager.find(Assignment, { where: { stepId: step.id }, order: { id: 'ASC' } });
  const placement = placementOf(line.quantity, assignments);
  const quantity = line.quantity - placement.committed;
  if (quantity <= 0) throw allocationErrors.NOTHING_TO_PLACE();

  const desk = await tx.get(Desk, { id: order.deskId });
  const { price, mostUnitPriceSen } = await acceptedPrice(tx, order, step);
  const facilityDueOn = facilityDueDate(step, desk.deliveryWorkingDays);
  const { callId, isTakingLate } = overrides;
  const limits = { dueOn: facilityDueOn, mostUnitPriceSen, isTakingLate };
  const call = callId === null ? null : await readCallTerms(tx, step, callId, limits);
  const unitPriceSenOf = new Map([...(call?.termsOf ?? [])].map(([id, terms]) => [id, terms.unitPriceSen]));
  const measure = measureOf(desk, overrides, [price, ...unitPriceSenOf.values()]);
  const { candidates, secondsPerUnitOf } = await readCandidates(tx, {
    desk,
    order,
    step,
    assignments,
    overrides,
    facilityDueOn,
    facilityUnitPriceSen: price,
    call,
    measure,
  });
  const snapshot: SplitSnapshot = {
    orderKey: `${order.number}/${line.position}-${step.position}`,
    quantity,
    lotSize: line.lotSize,
    maxFacilities: overrides.maxFacilities,
    rule: overrides.rule ?? desk.splitRule,
    measure,
    candidates,
  };
  const openAssignments = assignments.filter((row) => row.status === 'PLANNED' || row.status === 'OFFERED');
  return {
    workOrderLineId: line.id,
    stepId: step.id,
    facilityDueOn,
    facilityUnitPriceSen: price,
    unitPriceSenOf,
    committedUnits: placement.committed,
    ...splitKeepingOffers(snapshot, openAssignments),
    secondsPerUnitOf,
    openAssignments,
  };
}

/** Work without a price cannot be levelled in yen. */
function measureOf(desk: Desk, overrides: SplitOverrides, unitPricesSen: readonly number[]): Measure {
  return unitPricesSen.includes(0) ? 'MINUTES' : (overrides.measure ?? desk.splitMeasure);
}

/** What facilities get for one unit as it was quoted, and the most of it that the buyer's price leaves for this step. */
async function acceptedPrice(
  tx: Transaction,
  order: WorkOrder,
  step: Step,
): Promise<{ price: number; mostUnitPriceSen: number }> {
  const quote = await tx.get(Quote, { workOrderId: order.id, status: 'ACCEPTED' });
  const { facilityUnitPriceSen: price } = await tx.get(QuoteStep, { quoteId: quote.id, stepId: step.id });
  const line = await tx.get(QuoteLine, { quoteId: quote.id, workOrderLineId: step.workOrderLineId });
  return { price, mostUnitPriceSen: line.unitPriceSen - (line.facilityUnitPriceSen - price) };
}

interface CandidateContext {
  readonly desk: Desk;
  readonly order: WorkOrder;
  readonly step: Step;
  readonly assignments: readonly Assignment[];
  readonly overrides: SplitOverrides;
  readonly facilityDueOn: LocalDate;
  readonly facilityUnitPriceSen: number;
  /** Null: the split asks everybody. */
  readonly call: TermsOfCall | null;
  readonly measure: Measure;
}

/** Every facility of the desk, in the order of ids: with what it can do by then, or why it cannot be asked. */
async function readCandidates(tx: Transaction, context: CandidateContext) {
  const { desk, step, facilityDueOn, overrides, call, measure } = context;
  const today = todayInTokyo(tx.now);
  const start = await readStart(tx, step);
  const ids = await memberFacilityIds(tx.manager, desk.id);
  const facilities = await tx.manager.find(Facility, { where: { id: In(ids) }, order: { id: 'ASC' } });
  const capabilities = new Map(
    (
      await tx.manager.findBy(Capability, {
        facilityId: In(ids),
        workTypeCode: step.workTypeCode,
        isOffered: true,
      })
    ).map((capability) => [capability.facilityId, capability]),
  );
  const loads = await loadFacilities(tx.manager, [...capabilities.keys()].sort(), today, facilityDueOn);
  const balances = await fairnessBalances(tx, desk.id, measure, today);
  // Units set by hand for a facility that cannot do the work would count as placed and never be offered to anybody.
  for (const facilityId of overrides.pinned.keys()) {
    if (!capabilities.has(facilityId)) throw allocationErrors.OPTIONS_UNUSABLE({ field: 'pinned' });
  }
  const reasons = await ineligibleFacilities(tx, context.order, context.assignments, overrides.excluded);

  const secondsPerUnitOf = new Map<string, number>();
  const candidates = facilities.map((facility): SplitCandidate => {
    const capability = capabilities.get(facility.id);
    const load = loads.get(facility.id);
    const terms = call?.termsOf.get(facility.id);
    const unitPriceSen = terms?.unitPriceSen ?? context.facilityUnitPriceSen;
    const ineligible: Ineligibility | null =
      reasons.get(facility.id) ??
      (capability ? null : { code: 'NO_CAPABILITY' }) ??
      (call && !terms ? call.whyNot(facility.id) : null);
    const base = {
      facilityId: facility.id,
      weight: facility.capacityPersons,
      balance: balances.get(facility.id) ?? 0,
      unitPriceSen,
      pinnedUnits: overrides.pinned.get(facility.id)?.units ?? null,
      ineligible,
    };
    if (!capability || !load) return { ...base, capacityUnits: 0, minimumLot: 1, measurePerUnit: 1 };
    secondsPerUnitOf.set(facility.id, capability.secondsPerUnit);
    return {
      ...base,
      capacityUnits: Math.min(
        possibleUnits(load, {
          workTypeCode: step.workTypeCode,
          secondsPerUnit: capability.secondsPerUnit,
          startOn: notBefore(earliestStart(today, capability.leadDays), start),
          dueOn: facilityDueOn,
        }),
        unitsLeftOf(terms, context.assignments, facility.id),
      ),
      minimumLot: capability.minimumLot,
      measurePerUnit: measure === 'YEN' ? unitPriceSen / 100 : capability.secondsPerUnit / 60,
    };
  });
  return { candidates, secondsPerUnitOf };
}

/** What a facility said it could do, less what it has said yes to of the same step. */
function unitsLeftOf(
  terms: { readonly units: number } | undefined,
  assignments: readonly Assignment[],
  facilityId: string,
): number {
  if (!terms) return Number.MAX_SAFE_INTEGER;
  const own = assignments.filter((row) => row.facilityId === facilityId && isCommitted(row));
  return Math.max(0, terms.units - own.reduce((sum, row) => sum + unitsOf(row), 0));
}
