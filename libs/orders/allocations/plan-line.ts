import { In } from 'typeorm';
import { addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  Capability,
  Desk,
  earliestStart,
  Facility,
  loadFacilities,
  memberFacilityIds,
  possibleUnits,
} from '#yui/directory';
import { type Ineligibility, type SplitCandidate, type SplitResult, type SplitSnapshot } from '#yui/matching';
import type { Transaction } from '#yui/platform';
import { Assignment } from '../assignments/assignment.entity.js';
import { placementOf } from '../assignments/placement.js';
import { Quote } from '../quotes/quote.entity.js';
import { QuoteLine } from '../quotes/quote-line.entity.js';
import { WorkOrderLine } from '../work-orders/work-order-line.entity.js';
import type { WorkOrder } from '../work-orders/work-order.entity.js';
import { workOrderTransitions } from '../work-orders/work-order.transitions.js';
import { allocationErrors } from './allocation.errors.js';
import { fairnessBalances } from './fairness-balance.js';
import { ineligibleFacilities } from './ineligible-facilities.js';
import { type OfferChange, splitKeepingOffers } from './split-keeping-offers.js';
import type { SplitOverrides } from './split-options.js';

/** A split of one line as it would be now. Nothing of it is written yet. */
export interface AllocationPlan {
  readonly workOrderLineId: string;
  /** When facilities hand over: the buyer's date less the days the desk keeps. */
  readonly facilityDueOn: LocalDate;
  readonly facilityUnitPriceSen: number;
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
 * Splits what is left of a line: the quantity less what facilities have said yes to. Open offers are kept where that is
 * possible. Everything is read inside `tx`, so the same state always gives the same plan, to the byte.
 * @throws ALLOCATION.NOT_ORDERED, ALLOCATION.NOTHING_TO_PLACE, ALLOCATION.OPTIONS_UNUSABLE
 */
export async function planLine(
  tx: Transaction,
  order: WorkOrder,
  line: WorkOrderLine,
  overrides: SplitOverrides,
): Promise<AllocationPlan> {
  if (order.contractType === 'REFERRAL' || !workOrderTransitions.can(order.status, 'sendAssignments')) {
    throw allocationErrors.NOT_ORDERED();
  }
  const assignments = await tx.manager.find(Assignment, { where: { workOrderLineId: line.id }, order: { id: 'ASC' } });
  const placement = placementOf(line.quantity, assignments);
  const quantity = line.quantity - placement.committed;
  if (quantity <= 0) throw allocationErrors.NOTHING_TO_PLACE();

  const desk = await tx.get(Desk, { id: order.deskId });
  const price = await acceptedPrice(tx, order, line);
  const facilityDueOn = addWorkingDays(line.dueOn, -desk.deliveryWorkingDays);
  const { candidates, secondsPerUnitOf } = await readCandidates(tx, {
    desk,
    order,
    line,
    assignments,
    overrides,
    facilityDueOn,
    facilityUnitPriceSen: price,
  });
  const snapshot: SplitSnapshot = {
    orderKey: `${order.number}/${line.position}`,
    quantity,
    lotSize: line.lotSize,
    maxFacilities: overrides.maxFacilities,
    rule: overrides.rule ?? desk.splitRule,
    measure: measureOf(desk, overrides, price),
    candidates,
  };
  const openAssignments = assignments.filter((row) => row.status === 'PLANNED' || row.status === 'OFFERED');
  return {
    workOrderLineId: line.id,
    facilityDueOn,
    facilityUnitPriceSen: price,
    committedUnits: placement.committed,
    ...splitKeepingOffers(snapshot, openAssignments),
    secondsPerUnitOf,
    openAssignments,
  };
}

/** Work without a price cannot be levelled in yen. */
function measureOf(desk: Desk, overrides: SplitOverrides, unitPriceSen: number) {
  return unitPriceSen === 0 ? 'MINUTES' : (overrides.measure ?? desk.splitMeasure);
}

async function acceptedPrice(tx: Transaction, order: WorkOrder, line: WorkOrderLine): Promise<number> {
  const quote = await tx.get(Quote, { workOrderId: order.id, status: 'ACCEPTED' });
  const quoteLine = await tx.get(QuoteLine, { quoteId: quote.id, workOrderLineId: line.id });
  return quoteLine.facilityUnitPriceSen;
}

interface CandidateContext {
  readonly desk: Desk;
  readonly order: WorkOrder;
  readonly line: WorkOrderLine;
  readonly assignments: readonly Assignment[];
  readonly overrides: SplitOverrides;
  readonly facilityDueOn: LocalDate;
  readonly facilityUnitPriceSen: number;
}

/** Every facility of the desk, in the order of ids: with what it can do by then, or why it cannot be asked. */
async function readCandidates(tx: Transaction, context: CandidateContext) {
  const { desk, line, facilityDueOn, facilityUnitPriceSen, overrides } = context;
  const today = todayInTokyo(tx.now);
  const ids = await memberFacilityIds(tx.manager, desk.id);
  const facilities = await tx.manager.find(Facility, { where: { id: In(ids) }, order: { id: 'ASC' } });
  const capabilities = new Map(
    (
      await tx.manager.findBy(Capability, {
        facilityId: In(ids),
        workTypeCode: line.workTypeCode,
        isOffered: true,
      })
    ).map((capability) => [capability.facilityId, capability]),
  );
  const loads = await loadFacilities(tx.manager, [...capabilities.keys()].sort(), today, facilityDueOn);
  const measure = measureOf(desk, overrides, facilityUnitPriceSen);
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
    const ineligible: Ineligibility | null =
      reasons.get(facility.id) ?? (capability ? null : { code: 'NO_CAPABILITY' });
    const base = {
      facilityId: facility.id,
      weight: facility.capacityPersons,
      balance: balances.get(facility.id) ?? 0,
      unitPriceSen: facilityUnitPriceSen,
      pinnedUnits: overrides.pinned.get(facility.id)?.units ?? null,
      ineligible,
    };
    if (!capability || !load) return { ...base, capacityUnits: 0, minimumLot: 1, measurePerUnit: 1 };
    secondsPerUnitOf.set(facility.id, capability.secondsPerUnit);
    return {
      ...base,
      capacityUnits: possibleUnits(load, {
        workTypeCode: line.workTypeCode,
        secondsPerUnit: capability.secondsPerUnit,
        startOn: earliestStart(today, capability.leadDays),
        dueOn: facilityDueOn,
      }),
      minimumLot: capability.minimumLot,
      measurePerUnit: measure === 'YEN' ? facilityUnitPriceSen / 100 : capability.secondsPerUnit / 60,
    };
  });
  return { candidates, secondsPerUnitOf };
}
